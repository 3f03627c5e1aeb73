package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// `struct vm_area_struct`: a mapping in a process. What is behind it is put there when it is mapped, or when it is
/// first used; it may be taken away while the mapping remains.
///
/// The address that it leads to is that of a place on a bus: where another device is plugged in, it leads there.
public final class VmArea extends Struct {

    /// The fault was served, and the access is tried again.
    public static final int VM_FAULT_NOPAGE = 0x100;

    /// There is nothing: the process gets SIGBUS.
    public static final int VM_FAULT_SIGBUS = 0x2;

    private static final int BYTES = 4;

    private final File file;

    @Var
    private ToIntFunction<VmArea> fault = _ -> VM_FAULT_SIGBUS;

    /// The registers behind it.
    @Var
    private @Nullable Resource registers;

    /// Whether a page of zeroes is behind it that belongs to nobody.
    @Var
    private boolean hasZeroes;

    /// The page that is behind it.
    @Var
    private @Nullable Page page;

    VmArea(File file) {
        this.file = file;
    }

    File file() {
        return file;
    }

    /// `vma->vm_ops = ...`.
    ///
    /// @param fault `vm_operations_struct.fault`: puts something behind the mapping, or refuses
    public static void set_vm_ops(VmArea vma, ToIntFunction<VmArea> fault) {
        Machine.current().use(vma, "vm_ops");
        vma.fault = fault;
    }

    /// Puts registers behind the mapping.
    ///
    /// @return 0
    public static int io_remap_pfn_range(VmArea vma, Resource registers) {
        Machine machine = Machine.current();
        machine.use(vma, "io_remap_pfn_range");
        vma.registers = registers;
        machine.emit(EventKind.MAPPED, vma, registers.device().id(machine), "");
        return 0;
    }

    /// As [#io_remap_pfn_range], in a fault.
    public static int vmf_insert_pfn(VmArea vma, Resource registers) {
        io_remap_pfn_range(vma, registers);
        return VM_FAULT_NOPAGE;
    }

    /// Puts a page of zeroes behind the mapping, in a fault. What is written to it is forgotten.
    public static int vmf_insert_page(VmArea vma) {
        Machine.current().use(vma, "vmf_insert_page");
        vma.hasZeroes = true;
        return VM_FAULT_NOPAGE;
    }

    /// Puts a page behind the mapping, in a fault; the mapping holds it.
    public static int vmf_insert_page(VmArea vma, Page page) {
        Machine machine = Machine.current();
        machine.use(vma, "vmf_insert_page");
        vma.zap(machine);
        machine.accesses(Access.WRITE, page);
        page.get();
        vma.page = page;
        return VM_FAULT_NOPAGE;
    }

    /// What is behind it goes.
    void zap(Machine machine) {
        machine.accesses(Access.WRITE, this);
        registers = null;
        hasZeroes = false;
        Page held = page;
        if (held != null) {
            machine.accesses(Access.WRITE, held);
            page = null;
            held.put(machine);
        }
    }

    /// A process reads through the mapping, which needs no system call.
    ///
    /// @return what it reads, or -EFAULT where it gets SIGBUS
    public int load() {
        Machine machine = Machine.current();
        if (!reach(machine, Access.READ)) {
            return -Errno.EFAULT;
        }
        Page held = page;
        if (held != null) {
            return held.load();
        }
        Resource behind = registers;
        return behind == null ? 0 : (int) behind.registers().read(0, BYTES);
    }

    /// A process writes through the mapping.
    ///
    /// @return 0, or -EFAULT where it gets SIGBUS
    public int store(int value) {
        Machine machine = Machine.current();
        if (!reach(machine, Access.WRITE)) {
            return -Errno.EFAULT;
        }
        Page held = page;
        Resource behind = registers;
        if (held != null) {
            held.store(value);
        } else if (behind != null) {
            behind.registers().write(0, BYTES, value & 0xffff_ffffL);
        }
        return 0;
    }

    /// Faults until there is something behind the mapping; nobody comes between this and the access.
    private boolean reach(Machine machine, Access access) {
        while (true) {
            machine.point(access, Shared.HARDWARE, 0);
            machine.accesses(Access.READ, this);
            Resource behind = registers;
            if (behind != null || hasZeroes || page != null) {
                int owner =
                        behind == null ? 0 : machine.instance(behind.device().devt());
                machine.emit(EventKind.MAPPING_USED, this, owner, "");
                return true;
            }
            if (fault.applyAsInt(this) == VM_FAULT_SIGBUS) {
                machine.emit(EventKind.MAPPING_USED, this, 0, "");
                return false;
            }
        }
    }
}

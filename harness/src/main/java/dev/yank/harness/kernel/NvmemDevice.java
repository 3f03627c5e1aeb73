package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// `struct nvmem_device` and `<linux/nvmem-provider.h>`: an upper layer. The nvmem core shows the cells of a driver to
/// user space as a file, and calls the driver to read and write them.
///
/// The core holds an active reference on the file while it is inside of the driver; [#nvmem_unregister] waits for
/// these, and afterwards open files are answered by the core alone. So a driver that unregisters first needs no gate of
/// its own.
///
/// Sources: `drivers/nvmem/core.c`, Linux kernel, S. Kandagatla, 2015; `fs/kernfs/dir.c`, T. Heo, 2013.
public final class NvmemDevice extends Struct {

    private static final String WHAT = "an nvmem device";

    /// What the driver offers: `nvmem_reg_read_t` and `nvmem_reg_write_t`. Results below 0 are negative errnos.
    public interface Operations {

        int reg_read(int offset);

        int reg_write(int offset, int value);
    }

    private final Device parent;
    private final Operations operations;

    /// The active references: readers are inside of the driver.
    private final RwSemaphore active = new RwSemaphore();

    private final Cdev node = new Cdev();

    @Var
    private boolean registered;

    private NvmemDevice(Device parent, Operations operations) {
        this.parent = parent;
        this.operations = operations;
        active.declaredAs("kernfs_node.active");
    }

    /// Shows the cells.
    ///
    /// @return the device, or null
    public static @Nullable NvmemDevice nvmem_register(Device parent, Operations operations) {
        var nvmem = new NvmemDevice(parent, operations);
        nvmem.registered = true;
        Cdev.cdev_init(nvmem.node, nvmem.new Attribute());
        return Cdev.cdev_add(nvmem.node, parent.devt()) == 0 ? nvmem : null;
    }

    /// Takes the file away, and waits for whoever is inside of the driver.
    public static void nvmem_unregister(NvmemDevice nvmem) {
        Machine machine = Machine.current();
        Cdev.cdev_del(nvmem.node);
        RwSemaphore.down_write(nvmem.active);
        machine.accesses(Access.WRITE, nvmem);
        nvmem.registered = false;
        RwSemaphore.up_write(nvmem.active);
    }

    /// As [#nvmem_register]; devres unregisters it at unbind.
    public static @Nullable NvmemDevice devm_nvmem_register(Device parent, Operations operations) {
        NvmemDevice nvmem = nvmem_register(parent, operations);
        if (nvmem != null) {
            parent.manage(Machine.current(), nvmem, WHAT, () -> nvmem_unregister(nvmem));
        }
        return nvmem;
    }

    /// Calls the driver under an active reference.
    private int call(String callback, IntSupplier call) {
        Machine machine = Machine.current();
        RwSemaphore.down_read(active);
        machine.accesses(Access.READ, this);
        @Var int result = -Errno.ENODEV;
        if (registered) {
            machine.emit(EventKind.CALLBACK_ENTER, parent, 0, callback);
            result = call.getAsInt();
            machine.emit(EventKind.CALLBACK_EXIT, parent, result, callback);
        }
        RwSemaphore.up_read(active);
        return result;
    }

    /// The file. `bin_attr_nvmem_read` and `bin_attr_nvmem_write`.
    private final class Attribute implements FileOperations {

        @Override
        public int read(File file, UserBuffer buffer) {
            var value = new int[1];
            int err = call("reg_read", () -> {
                value[0] = operations.reg_read(0);
                return Math.min(0, value[0]);
            });
            return err < 0 ? err : Integer.BYTES + UserBuffer.put_user(value[0], buffer);
        }

        @Override
        public int write(File file, UserBuffer buffer) {
            int value = UserBuffer.get_user(buffer);
            int err = call("reg_write", () -> operations.reg_write(0, value));
            return err < 0 ? err : Integer.BYTES;
        }

        @Override
        public int poll(File file) {
            Machine machine = Machine.current();
            RwSemaphore.down_read(active);
            machine.accesses(Access.READ, NvmemDevice.this);
            boolean there = registered;
            RwSemaphore.up_read(active);
            int always = Poll.EPOLLIN | Poll.EPOLLOUT;
            return there ? always : always | Poll.EPOLLERR | Poll.EPOLLPRI;
        }
    }
}

package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `void __iomem *` and `<linux/io.h>`: registers of a device, mapped so that the driver can access them.
public final class Iomem extends Struct {

    private final Resource resource;

    @Var
    private boolean mapped = true;

    private Iomem(Resource resource) {
        this.resource = resource;
    }

    /// Maps registers.
    ///
    /// @return the mapping, or null
    public static @Nullable Iomem ioremap(Resource resource) {
        return map(resource, "ioremap");
    }

    public static void iounmap(Iomem base) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, base);
        base.unmap(machine);
    }

    /// Maps registers as long as `dev` is bound.
    ///
    /// @return the mapping, or null
    public static @Nullable Iomem devm_ioremap_resource(Device dev, Resource resource) {
        Iomem base = map(resource, "devm_ioremap_resource");
        if (base != null) {
            Machine machine = Machine.current();
            dev.manage(machine, base, "a mapping", () -> base.unmap(machine));
        }
        return base;
    }

    static @Nullable Iomem map(Resource resource, String function) {
        Machine machine = Machine.current();
        machine.point(Access.READ, resource.device());
        if (!machine.mayAcquire(function)) {
            return null;
        }
        var base = new Iomem(resource);
        machine.emit(EventKind.ACQUIRE, base, 0, "a mapping");
        return base;
    }

    void unmap(Machine machine) {
        machine.accesses(Access.WRITE, this);
        mapped = false;
        machine.emit(EventKind.RELEASE, this, 0, "a mapping");
    }

    public static int readb(Iomem base, int offset) {
        return (int) base.read(offset, 1);
    }

    public static void writeb(int value, Iomem base, int offset) {
        base.write(offset, 1, value & 0xff);
    }

    public static int readl(Iomem base, int offset) {
        return (int) base.read(offset, 4);
    }

    public static void writel(int value, Iomem base, int offset) {
        base.write(offset, 4, value & 0xffff_ffffL);
    }

    public static void writeq(long value, Iomem base, int offset) {
        base.write(offset, 8, value);
    }

    /// `cpu_relax()`: says that the task spins.
    public static void cpu_relax() {
        Machine.current().relax();
    }

    private long read(int offset, int bytes) {
        Machine machine = Machine.current();
        access(machine, Access.READ, EventKind.IO_READ, offset);
        return resource.registers().read(offset, bytes);
    }

    private void write(int offset, int bytes, long value) {
        Machine machine = Machine.current();
        access(machine, Access.WRITE, EventKind.IO_WRITE, offset);
        resource.registers().write(offset, bytes, value);
    }

    private void access(Machine machine, Access access, EventKind kind, int offset) {
        machine.point(access, Shared.HARDWARE, 0);
        machine.accesses(Access.READ, this);
        machine.touch(this, "a mapping");
        machine.doesIoOn(resource.device());
        EventKind how = !mapped ? EventKind.IO_UNMAPPED : resource.device().isPowered() ? kind : EventKind.IO_UNPOWERED;
        machine.emit(how, resource.device(), offset, "a register");
    }
}

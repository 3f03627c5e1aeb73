package dev.yank.drivers.nvmem;

import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.NvmemDevice.nvmem_register;
import static dev.yank.harness.kernel.NvmemDevice.nvmem_unregister;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.rust.KBox.kbox_new;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.NvmemDevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.KBox;
import org.jspecify.annotations.Nullable;

/// Conforms: `impl platform::Driver` with registrations before resources. Rust drops the fields of a structure in the
/// order in which they are declared; the registration with the upper layer is declared before the registers that its
/// callbacks borrow, so that nobody is inside of them when these go.
///
/// Not final, because its twin declares them the other way round.
///
/// Sources: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, W. Almeida Filho,
/// 2021, for the order; `rust/kernel/devres.rs`, Linux kernel, D. Krummrich, 2024-2026.
@UnderTest(
        name = "scratch-rust-cells",
        device = "scratch",
        policy = ScratchNvmem.POLICY,
        summary = "Rust driver whose registration is dropped before the resources that it uses.")
public class RustCells implements PlatformDriver {

    /// `IoMem<0x10>`.
    static final class Io implements Drop {

        @Var
        private Iomem base;

        Io(Iomem base) {
            this.base = base;
        }

        @Override
        public void drop() {
            iounmap(base);
        }
    }

    /// `nvmem::Registration`: unregisters when it is dropped. Its callbacks borrow the registers.
    static final class Registration implements Drop {

        @Var
        private @Nullable NvmemDevice nvmem;

        @Override
        public void drop() {
            NvmemDevice registered = nvmem;
            if (registered != null) {
                nvmem_unregister(registered);
            }
        }
    }

    /// `struct Cells { registration, io }`: the private data of the device.
    static final class Cells implements Drop, NvmemDevice.Operations {

        final Registration registration = new Registration();

        @Var
        private RustCells driver;

        @Var
        private Io io;

        Cells(RustCells driver, Io io) {
            this.driver = driver;
            this.io = io;
        }

        @Override
        public int reg_read(int offset) {
            return readl(io.base, offset);
        }

        @Override
        public int reg_write(int offset, int value) {
            writel(value, io.base, offset);
            return 0;
        }

        @Override
        public void drop() {
            driver.drop_fields(registration, io);
        }
    }

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        var io = new Io(base);
        KBox<Cells> cells = kbox_new(new Cells(this, io));
        if (cells == null) {
            io.drop();
            return -Errno.ENOMEM;
        }
        platform_set_drvdata(pdev, cells);
        NvmemDevice nvmem = nvmem_register(pdev.dev(), cells.get());
        if (nvmem == null) {
            cells.drop();
            return -Errno.ENOMEM;
        }
        cells.get().registration.nvmem = nvmem;
        return 0;
    }

    /// `unbind`: the private data is dropped, field by field.
    @Override
    public final void remove(PlatformDevice pdev) {
        KBox<Cells> cells = platform_get_drvdata(pdev);
        cells.drop();
    }

    // What the twin does differently.

    void drop_fields(Registration registration, Io io) {
        registration.drop();
        io.drop();
    }
}

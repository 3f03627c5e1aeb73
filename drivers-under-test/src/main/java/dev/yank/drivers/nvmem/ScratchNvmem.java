package dev.yank.drivers.nvmem;

import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.NvmemDevice.nvmem_register;
import static dev.yank.harness.kernel.NvmemDevice.nvmem_unregister;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.NvmemDevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Conforms: unregisters from the nvmem core first, which waits for whoever is inside of the driver and lets nobody in
/// any more; then gives back what the callbacks use (policy P6, registrations first).
///
/// Not final, because its twins do one step differently.
///
/// Source: `include/linux/nvmem-provider.h`, Linux kernel, S. Kandagatla, 2015.
@UnderTest(
        name = "scratch-nvmem",
        device = "scratch",
        policy = ScratchNvmem.POLICY,
        summary = "An nvmem provider: the upper layer has the gate, and is unregistered first.")
public class ScratchNvmem implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=IN|OUT|ERR|PRI P3=calls-in-flight P4=calls P5=yes P8=drop";

    /// What the callbacks get as `priv`.
    static final class Cells implements NvmemDevice.Operations {

        @Var
        Iomem base;

        @Var
        @Nullable
        NvmemDevice nvmem;

        Cells(Iomem base) {
            this.base = base;
        }

        @Override
        public int reg_read(int offset) {
            return readl(base, offset);
        }

        @Override
        public int reg_write(int offset, int value) {
            writel(value, base, offset);
            return 0;
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
        Cells cells = kzalloc(new Cells(base));
        if (cells == null) {
            iounmap(base);
            return -Errno.ENOMEM;
        }
        platform_set_drvdata(pdev, cells);
        NvmemDevice nvmem = register(pdev.dev(), cells);
        if (nvmem == null) {
            kfree(cells);
            iounmap(base);
            return -Errno.ENOMEM;
        }
        cells.nvmem = nvmem;
        return 0;
    }

    // What the twins do differently.

    @Override
    public void remove(PlatformDevice pdev) {
        Cells cells = platform_get_drvdata(pdev);
        nvmem_unregister(Objects.requireNonNull(cells.nvmem));
        iounmap(cells.base);
        kfree(cells);
    }

    @Nullable
    NvmemDevice register(Device dev, Cells cells) {
        return nvmem_register(dev, cells);
    }
}

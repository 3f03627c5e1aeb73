package dev.yank.drivers.nvmem;

import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.NvmemDevice.devm_nvmem_register;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.NvmemDevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R25 and nothing else: leaves the upper layer to devres, which unregisters it after remove has freed what its
/// callbacks use.
///
/// Source: CVE-2026-53234, net: ibm: emac: UAF during device removal, Linux kernel CVE team, 2026.
@UnderTest(
        name = "scratch-nvmem-frees-before-devres",
        device = "scratch",
        policy = ScratchNvmem.POLICY,
        breaks = "R25",
        summary = "remove frees the state, and devres unregisters the upper layer only afterwards.")
public final class FreesBeforeDevres extends ScratchNvmem {

    @Override
    @Nullable
    NvmemDevice register(Device dev, Cells cells) {
        return devm_nvmem_register(dev, cells);
    }

    @Override
    public void remove(PlatformDevice pdev) {
        Cells cells = platform_get_drvdata(pdev);
        Iomem base = cells.base;
        kfree(cells);
        iounmap(base);
    }
}

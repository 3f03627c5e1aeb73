package dev.yank.drivers.nvmem;

import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.NvmemDevice.nvmem_unregister;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import java.util.Objects;

/// Breaks R25 and nothing else: takes the registers away first and unregisters then (policy P6, resources
/// first), so that the upper layer calls a driver that has nothing to answer from.
///
/// Source: CVE-2026-53222, ptp: ocp: fix resource freeing order, Linux kernel CVE team, 2026.
///
/// The same mistake: CVE-2023-52849 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "scratch-nvmem-unmaps-first",
        device = "scratch",
        policy = ScratchNvmem.POLICY,
        breaks = "R25",
        summary = "Registers go before the upper layer is unregistered.")
public final class UnmapsFirst extends ScratchNvmem {

    @Override
    public void remove(PlatformDevice pdev) {
        Cells cells = platform_get_drvdata(pdev);
        iounmap(cells.base);
        nvmem_unregister(Objects.requireNonNull(cells.nvmem));
        kfree(cells);
    }
}

package dev.yank.drivers.sysfs;

import static dev.yank.harness.kernel.Iomem.iounmap;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R25 and nothing else: takes the registers away first and the attributes then, so that a method that is called
/// meanwhile has nothing to answer from.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021.
@UnderTest(
        name = "scratch-sysfs-frees-first",
        device = "scratch",
        policy = ScratchAttributes.POLICY,
        operations = {"delete"},
        breaks = "R25",
        summary = "The registers go before the attributes that read them.")
public final class FreesFirst extends ScratchAttributes {

    @Override
    public void remove(PlatformDevice pdev) {
        Scratch scratch = platform_get_drvdata(pdev);
        iounmap(scratch.base);
        remove_files(pdev.dev(), scratch);
        kfree(scratch);
    }
}

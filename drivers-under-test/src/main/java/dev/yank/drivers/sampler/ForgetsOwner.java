package dev.yank.drivers.sampler;

import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R40 and nothing else: the file operations name no owner, so that the module can be unloaded
/// while a file is open.
///
/// Sources: CVE-2025-21769, ptp: vmclock: Add .owner to vmclock_miscdev_fops, 2025; CVE-2026-68178,
/// misc: nsm: pin the module while the device is open, 2026.
@UnderTest(
        name = "sampler-module-forgets-owner",
        device = "scratch",
        policy = SamplerDriver.POLICY,
        operations = {"unload"},
        breaks = "R40",
        summary = "File operations without an owner: the code goes while a file is open.")
public final class ForgetsOwner extends ModuleSampler {

    @Override
    public @Nullable Module owner() {
        return null;
    }
}

package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks L1 and nothing else: resume does not restore the register, and readers see a value that nobody wrote.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, D. Vetter, 2021.
@UnderTest(
        name = "edu-sleeps-forgets-register",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "L1",
        summary = "Resume does not write back what the register held.")
public final class EduSleepsForgetsRegister extends EduSleeps {

    @Override
    void restore(EduAsleep edu) {}
}

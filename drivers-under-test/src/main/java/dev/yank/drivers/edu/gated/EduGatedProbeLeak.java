package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R9 and nothing else: a probe that fails at misc_register keeps its interrupt.
@UnderTest(
        name = "edu-gated-probe-leak",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R9",
        summary = "Forgets free_irq on the last error path of probe.")
public final class EduGatedProbeLeak extends EduGated {

    @Override
    void undo_request_irq(Edu edu) {}
}

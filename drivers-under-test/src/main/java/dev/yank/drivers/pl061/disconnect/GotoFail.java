package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R9 and nothing else: where the node cannot be added, the error path jumps past the step that
/// frees the interrupt.
///
/// The same mistake: CVE-2026-31732 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-goto-fail",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R9",
        summary = "The error path of cdev_add forgets the interrupt.")
public final class GotoFail extends CdevDisconnect {

    @Override
    void undo_irq(AmbaDevice adev, State state) {}
}

package dev.yank.drivers.pl061.disconnect;

import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.Irq;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R14 and nothing else: frees the interrupt by another cookie than it was requested with.
///
/// Source: the pattern of CVE-2022-49724, Linux kernel CVE records, 2022.
@UnderTest(
        name = "pl061-cdev-disconnect-wrong-cookie",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R14",
        summary = "free_irq is called with another cookie than request_irq.")
public final class WrongCookie extends CdevDisconnect {

    @Override
    void free_irq(AmbaDevice adev, State state) {
        Irq.free_irq(adev.irq(), adev);
    }
}

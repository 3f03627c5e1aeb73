package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.disconnect.State.irq_handler;
import static dev.yank.harness.kernel.Irq.devm_request_irq;

import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R10 and nothing else: frees by hand an interrupt that devres is in charge of and will free again.
///
/// The same mistake: CVE-2025-68754 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-manual-free",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R10",
        summary = "remove frees by hand an interrupt that devres is in charge of.")
public final class ManualFree extends CdevDisconnect {

    @Override
    int setup_irq(AmbaDevice adev, State state) {
        return devm_request_irq(adev.dev(), adev.irq(), (_, _) -> irq_handler(state), "pl061", state);
    }
}

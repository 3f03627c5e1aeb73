package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.disconnect.State.irq_handler;
import static dev.yank.harness.kernel.Irq.devm_request_irq;

import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the interrupt to devres, which stops it after remove has put the state
/// that the handler uses.
@UnderTest(
        name = "pl061-cdev-disconnect-irq-after-free",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R24",
        summary = "The interrupt is left to devres, which frees it after remove has freed the state.")
public final class IrqAfterFree extends CdevDisconnect {

    @Override
    int setup_irq(AmbaDevice adev, State state) {
        return devm_request_irq(adev.dev(), adev.irq(), (_, _) -> irq_handler(state), "pl061", state);
    }

    @Override
    void free_irq(AmbaDevice adev, State state) {}
}

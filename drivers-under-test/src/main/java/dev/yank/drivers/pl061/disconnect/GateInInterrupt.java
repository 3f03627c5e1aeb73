package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.disconnect.CallGate.call_enter;
import static dev.yank.drivers.pl061.disconnect.CallGate.call_exit;
import static dev.yank.drivers.pl061.disconnect.State.irq_handler;
import static dev.yank.harness.kernel.Irq.request_irq;

import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.UnderTest;

/// Breaks K3 and nothing else: the interrupt handler passes the gate as calls do, whose lock these take with
/// interrupts on. An interrupt that comes while its processor holds that lock never gets it.
@UnderTest(
        name = "pl061-cdev-disconnect-gate-in-interrupt",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "K3",
        summary = "The interrupt handler takes a lock that calls take with interrupts on.")
public final class GateInInterrupt extends CdevDisconnect {

    @Override
    int setup_irq(AmbaDevice adev, State state) {
        return request_irq(adev.irq(), (_, _) -> gated(state), "pl061", state);
    }

    private static int gated(State state) {
        if (!call_enter(state.gate)) {
            return IrqHandler.IRQ_NONE;
        }
        int handled = irq_handler(state);
        call_exit(state.gate);
        return handled;
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Irq.IRQF_SHARED;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Interrupt lines that several devices have.
final class SharedIrqTest {

    private static final Object COOKIE = "cookie";

    @Test
    void aSharedLineCallsTheHandlerForWhatTheNeighbourRaised() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    request_irq(irq, (_, _) -> runs[0]++ < 0 ? IRQ_HANDLED : IRQ_NONE, IRQF_SHARED, "pin", COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).neighbourRaises(stage.machine()));
                    stage.afterwards(() -> assertThat(runs[0]).isBetween(1, 2));
                })
                .findNothing();
    }

    @Test
    void aSharedLineThatIsAssertedWhenTheHandlerIsGoneIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    request_irq(irq, (_, _) -> IRQ_HANDLED, IRQF_SHARED, "pin", COOKIE);
                    free_irq(irq, COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                })
                .alwaysFind("K1: interrupt pin: a shared interrupt is asserted");
    }
}

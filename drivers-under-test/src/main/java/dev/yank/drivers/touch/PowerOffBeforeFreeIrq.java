package dev.yank.drivers.touch;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R24 and nothing else: leaves the power-off to devres after the interrupt. Devres powers off first, and the
/// thread of the interrupt talks to a chip that is off.
@UnderTest(
        name = "cy8ctma140-power-off-before-free-irq",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R24",
        summary = "The power-off is registered after the interrupt, so the thread finds the chip off.")
public final class PowerOffBeforeFreeIrq extends Cy8ctma140 {

    @Override
    int cy8ctma140_start(State ts) {
        @Var int err = cy8ctma140_power_up(ts);
        if (err != 0) {
            return err;
        }
        err = cy8ctma140_request_irq(ts);
        if (err != 0) {
            cy8ctma140_power_down(ts);
            return err;
        }
        err = cy8ctma140_leave_power_off_to_devres(ts);
        return err != 0 ? err : cy8ctma140_init(ts);
    }
}

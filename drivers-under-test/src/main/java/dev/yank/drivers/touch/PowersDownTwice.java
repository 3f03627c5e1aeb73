package dev.yank.drivers.touch;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R11 and nothing else: where devres does not take the power-off it has run it at once; and the error path
/// runs it again.
@UnderTest(
        name = "cy8ctma140-powers-down-twice",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R11",
        summary = "Where devres refuses the power-off, it runs twice.")
public final class PowersDownTwice extends Cy8ctma140 {

    @Override
    int cy8ctma140_leave_power_off_to_devres(State ts) {
        int err = super.cy8ctma140_leave_power_off_to_devres(ts);
        if (err != 0) {
            cy8ctma140_power_down(ts);
        }
        return err;
    }
}

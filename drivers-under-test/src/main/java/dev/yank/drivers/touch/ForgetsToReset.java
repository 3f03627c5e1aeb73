package dev.yank.drivers.touch;

import static dev.yank.harness.kernel.Devm.devm_add_action;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R11 and nothing else: where devres does not take the power-off, nobody runs it.
@UnderTest(
        name = "cy8ctma140-forgets-to-reset",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R11",
        summary = "Where devres refuses the power-off, the chip stays powered.")
public final class ForgetsToReset extends Cy8ctma140 {

    @Override
    int cy8ctma140_leave_power_off_to_devres(State ts) {
        return devm_add_action(ts.client.dev(), () -> cy8ctma140_power_down(ts));
    }
}

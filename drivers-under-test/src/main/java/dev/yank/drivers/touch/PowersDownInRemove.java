package dev.yank.drivers.touch;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.I2cClient;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R24 and nothing else: remove powers the chip down, which is before devres frees the interrupt.
@UnderTest(
        name = "cy8ctma140-powers-down-in-remove",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R24",
        summary = "remove powers the chip down, and devres frees the interrupt afterwards.")
public final class PowersDownInRemove extends Cy8ctma140 {

    @Var
    private @Nullable State powered;

    @Override
    public int probe(I2cClient client) {
        int err = super.probe(client);
        if (err != 0) {
            power_down();
        }
        return err;
    }

    @Override
    int cy8ctma140_leave_power_off_to_devres(State ts) {
        powered = ts;
        return 0;
    }

    @Override
    public void remove(I2cClient client) {
        power_down();
    }

    private void power_down() {
        if (powered != null) {
            cy8ctma140_power_down(powered);
            powered = null;
        }
    }
}

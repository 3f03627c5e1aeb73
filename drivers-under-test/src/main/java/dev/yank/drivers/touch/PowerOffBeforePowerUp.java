package dev.yank.drivers.touch;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R9 and nothing else: leaves the power-off to devres before the chip is powered up. Where that
/// fails, devres switches off what is not on.
///
/// The same mistake: CVE-2022-48660, CVE-2022-50282 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "cy8ctma140-power-off-before-power-up",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R9",
        summary = "A failed power-up is powered off by the action that was registered before it.")
public final class PowerOffBeforePowerUp extends Cy8ctma140 {

    @Override
    int cy8ctma140_start(State ts) {
        @Var int err = cy8ctma140_leave_power_off_to_devres(ts);
        if (err == 0) {
            err = cy8ctma140_power_up(ts);
        }
        if (err == 0) {
            err = cy8ctma140_request_irq(ts);
        }
        return err != 0 ? err : cy8ctma140_init(ts);
    }
}

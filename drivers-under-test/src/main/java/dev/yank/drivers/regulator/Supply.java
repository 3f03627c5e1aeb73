package dev.yank.drivers.regulator;

import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Iomem;

/// What the driver of a supply keeps: its registers. Memory of devres, which is gone after unbind.
///
/// Source: `Documentation/power/regulator/regulator.rst`, Linux kernel, L. Girdwood, 2008.
@SuppressWarnings("NullAway.Init") // probe sets the registers before anybody else sees the supply
final class Supply {

    /// Which of its voltages the supply gives.
    private static final int VOLTAGE = 0x0;

    @Var
    Iomem base;

    /// `regulator_ops.set_voltage_sel`.
    ///
    /// @return 0
    static int set_voltage_sel(Supply supply, int selector) {
        writel(selector, supply.base, VOLTAGE);
        return 0;
    }

    /// `regulator_ops.get_voltage_sel`.
    static int get_voltage_sel(Supply supply) {
        return readl(supply.base, VOLTAGE);
    }
}

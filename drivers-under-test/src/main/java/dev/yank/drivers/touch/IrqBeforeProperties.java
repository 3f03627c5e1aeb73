package dev.yank.drivers.touch;

import static dev.yank.harness.kernel.I2cClient.i2c_get_clientdata;

import dev.yank.harness.kernel.I2cClient;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R12 and nothing else: the interrupt is requested before the properties are there that its thread uses;
/// they come last.
///
/// Source: the pattern of CVE-2022-48953, Linux kernel CVE records, 2022.
@UnderTest(
        name = "cy8ctma140-irq-before-properties",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        breaks = "R12",
        summary = "The interrupt is requested before what its thread uses is set.")
public final class IrqBeforeProperties extends Cy8ctma140 {

    @Override
    public int probe(I2cClient client) {
        int err = super.probe(client);
        if (err == 0) {
            State ts = i2c_get_clientdata(client);
            super.cy8ctma140_parse_properties(ts);
        }
        return err;
    }

    @Override
    void cy8ctma140_parse_properties(State ts) {}
}

package dev.yank.drivers.touch;

import static dev.yank.drivers.touch.InputDev.devm_input_allocate_device;
import static dev.yank.drivers.touch.InputDev.input_report;
import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.I2cClient.i2c_set_clientdata;
import static dev.yank.harness.kernel.I2cClient.i2c_smbus_read_byte_data;
import static dev.yank.harness.kernel.Irq.devm_request_threaded_irq;
import static dev.yank.harness.kernel.Regulator.devm_regulator_bulk_get;
import static dev.yank.harness.kernel.Regulator.regulator_bulk_disable;
import static dev.yank.harness.kernel.Regulator.regulator_bulk_enable;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.I2cClient;
import dev.yank.harness.kernel.I2cDriver;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.Regulator;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;

/// Conforms: the chip is powered up, then the power-off is left to devres, then the interrupt is requested; so
/// devres stops the interrupt before it takes the power away.
///
/// Not final, because its twins do one step differently.
///
/// Source: `drivers/input/touchscreen/cy8ctma140.c`, Linux kernel, L. Walleij, 2020.
@UnderTest(
        name = "cy8ctma140",
        device = "touch",
        policy = Cy8ctma140.POLICY,
        summary = "Touch screen whose power-off is a devres action between power-up and interrupt.")
public class Cy8ctma140 implements I2cDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=nothing P5=yes P8=drop";

    static final int CY8CTMA140_TOUCHED = 0x00;
    static final int CY8CTMA140_FIRMWARE = 0x48;
    static final int CY8CTMA140_PLACES = 8;

    /// `struct touchscreen_properties`: how far places go.
    record Properties(int places) {}

    /// `struct cy8ctma140`.
    @SuppressWarnings("NullAway.Init") // probe sets the members one by one
    static final class State {
        @Var
        I2cClient client;

        @Var
        InputDev input;

        @Var
        List<Regulator> regulators;

        @Var
        Properties props;
    }

    @Override
    public final String id() {
        return "cy8ctma140";
    }

    @Override
    public int probe(I2cClient client) {
        State ts = devm_kzalloc(client.dev(), new State());
        if (ts == null) {
            return -Errno.ENOMEM;
        }
        ts.client = client;
        @Var int err = cy8ctma140_alloc_input(ts);
        if (err == 0) {
            err = cy8ctma140_get_regulators(ts);
        }
        if (err == 0) {
            cy8ctma140_parse_properties(ts);
            err = cy8ctma140_start(ts);
        }
        if (err != 0) {
            return err;
        }
        i2c_set_clientdata(client, ts);
        return InputDev.input_register_device(client.dev(), ts.input);
    }

    private static int cy8ctma140_alloc_input(State ts) {
        InputDev input = devm_input_allocate_device(ts.client.dev());
        if (input == null) {
            return -Errno.ENOMEM;
        }
        ts.input = input;
        return 0;
    }

    private static int cy8ctma140_get_regulators(State ts) {
        List<Regulator> regulators = devm_regulator_bulk_get(ts.client.dev(), "vcpin", "vdd");
        if (regulators == null) {
            return -Errno.ENODEV;
        }
        ts.regulators = regulators;
        return 0;
    }

    void cy8ctma140_parse_properties(State ts) {
        ts.props = new Properties(CY8CTMA140_PLACES);
    }

    /// Powers the chip up, sees to it that it is powered off, and requests the interrupt.
    int cy8ctma140_start(State ts) {
        @Var int err = cy8ctma140_power_up(ts);
        if (err == 0) {
            err = cy8ctma140_leave_power_off_to_devres(ts);
        }
        if (err == 0) {
            err = cy8ctma140_request_irq(ts);
        }
        return err != 0 ? err : cy8ctma140_init(ts);
    }

    static int cy8ctma140_power_up(State ts) {
        return regulator_bulk_enable(ts.regulators);
    }

    static void cy8ctma140_power_down(State ts) {
        regulator_bulk_disable(ts.regulators);
    }

    int cy8ctma140_leave_power_off_to_devres(State ts) {
        return devm_add_action_or_reset(ts.client.dev(), () -> cy8ctma140_power_down(ts));
    }

    static int cy8ctma140_request_irq(State ts) {
        return devm_request_threaded_irq(
                ts.client.dev(), ts.client.irq(), (_, _) -> cy8ctma140_irq_thread(ts), "cy8ctma140", ts);
    }

    /// Reads the firmware version, which shows that the chip is there.
    static int cy8ctma140_init(State ts) {
        int version = i2c_smbus_read_byte_data(ts.client, CY8CTMA140_FIRMWARE);
        return version < 0 ? -Errno.ENODEV : 0;
    }

    private static int cy8ctma140_irq_thread(State ts) {
        int touched = i2c_smbus_read_byte_data(ts.client, CY8CTMA140_TOUCHED);
        if (touched <= 0) {
            return IrqHandler.IRQ_NONE;
        }
        for (int place = 0; place < ts.props.places(); place++) {
            if ((touched >> place & 1) != 0) {
                input_report(ts.input, place);
            }
        }
        return IrqHandler.IRQ_HANDLED;
    }
}

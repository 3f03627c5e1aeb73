package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct i2c_client`: a chip on an I2C bus. Every transfer sleeps.
///
/// @param dev the device
/// @param irq its interrupt
/// @param registers what the chip answers on the bus
public record I2cClient(Device dev, int irq, RegisterBlock registers) {

    public static void i2c_set_clientdata(I2cClient client, @Nullable Object data) {
        Device.dev_set_drvdata(client.dev, data);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // void * in C: the caller knows the type
    public static <T> T i2c_get_clientdata(I2cClient client) {
        return Device.dev_get_drvdata(client.dev);
    }

    /// Reads a byte.
    ///
    /// @return the byte, or -ENXIO where the chip does not answer
    public static int i2c_smbus_read_byte_data(I2cClient client, int command) {
        Machine machine = Machine.current();
        machine.mightSleep("i2c_smbus_read_byte_data");
        machine.point();
        boolean powered = client.dev.isPowered();
        machine.emit(powered ? EventKind.IO_READ : EventKind.IO_UNPOWERED, client.dev, command, "a register");
        return powered ? (int) client.registers.read(command, 1) : -Errno.ENXIO;
    }

    /// Writes a byte.
    ///
    /// @return 0, or -ENXIO where the chip does not answer
    public static int i2c_smbus_write_byte_data(I2cClient client, int command, int value) {
        Machine machine = Machine.current();
        machine.mightSleep("i2c_smbus_write_byte_data");
        machine.point();
        boolean powered = client.dev.isPowered();
        machine.emit(powered ? EventKind.IO_WRITE : EventKind.IO_UNPOWERED, client.dev, command, "a register");
        if (powered) {
            client.registers.write(command, 1, value & 0xff);
        }
        return powered ? 0 : -Errno.ENXIO;
    }
}

package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.I2cClient;
import dev.yank.harness.kernel.I2cDriver;
import dev.yank.harness.kernel.RegisterBlock;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.harness.sim.hardware.TouchController;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A touch screen on an I2C bus, with two supplies. Nobody can pull it out; it leaves by being unbound.
final class I2cSlot extends Slot {

    private static final String CHIP = "cy8ctma140";
    private static final int SUPPLIES = 2;

    private final I2cDriver driver;
    private final TouchController hardware;
    private final int irq;

    @Var
    private @Nullable I2cClient bound;

    I2cSlot(SimulatedMachine machine, int devt, I2cDriver driver) {
        super(machine, devt, driver);
        this.driver = driver;
        this.irq = machine.addIrq();
        this.hardware = new TouchController(new AmbaSlot.Line(machine, irq), new GuestErrors(machine));
    }

    @Override
    String deviceName() {
        return CHIP;
    }

    @Override
    int probeDriver(Device dev) {
        var registers = new RegisterBlock() {
            @Override
            public long read(long offset, int bytes) {
                return hardware.read((int) offset);
            }

            @Override
            public void write(long offset, int bytes, long value) {}
        };
        dev.needsSupplies(SUPPLIES, () -> {
            machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
            hardware.power(dev.isPowered() ? 1 : 0);
        });
        if (!driver.id().equals(CHIP)) {
            return -Errno.ENODEV;
        }
        var client = new I2cClient(dev, irq, registers);
        bound = client;
        return driver.probe(client);
    }

    @Override
    void removeDriver(Device dev) {
        if (bound != null) {
            driver.remove(bound);
        }
    }

    @Override
    void plugHardware() {}

    @Override
    void pullHardware() {}

    @Override
    List<RegisterValue> registers() {
        return hardware.registers();
    }

    @Override
    boolean hotUnpluggable() {
        return false;
    }

    @Override
    void drivePin(int line, int level) {
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        hardware.touch(line, level);
    }
}

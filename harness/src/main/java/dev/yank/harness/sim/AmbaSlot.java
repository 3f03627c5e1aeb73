package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Resource;
import dev.yank.harness.sim.hardware.InterruptLine;
import dev.yank.harness.sim.hardware.LevelMode;
import dev.yank.harness.sim.hardware.Pl061;
import dev.yank.harness.sim.hardware.Pl061Wiring;
import dev.yank.harness.sim.hardware.RegisterValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A PL061 on the AMBA bus. Nobody can pull it out; it leaves by being unbound.
final class AmbaSlot extends Slot {

    private static final int PERIPHERAL_ID = 0xfe0;
    private static final Pl061Wiring WIRING =
            Pl061Wiring.standard(LevelMode.HARDWARE).withPulls(0, 0xff);

    private final AmbaDriver driver;
    private final Pl061 hardware;
    private final int irq;

    @Var
    private @Nullable AmbaDevice bound;

    AmbaSlot(SimulatedMachine machine, int devt, AmbaDriver driver) {
        super(machine, devt, driver);
        this.driver = driver;
        this.irq = machine.addIrq();
        this.hardware = new Pl061(WIRING, new Line(machine, irq), new GuestErrors(machine));
    }

    /// Carries the interrupt pin of the hardware to the kernel.
    record Line(SimulatedMachine machine, int irq) implements InterruptLine {
        @Override
        public void raise() {
            machine.irq(irq).raise(machine);
        }

        @Override
        public void lower() {
            machine.irq(irq).lower(machine);
        }
    }

    @Override
    String deviceName() {
        return "pl061";
    }

    @Override
    int probeDriver(Device dev) {
        var registers = new MmioRegisters(hardware);
        var adev = new AmbaDevice(dev, new Resource(dev, registers), irq);
        for (AmbaId id : driver.id_table()) {
            if (id.matches(peripheralId())) {
                bound = adev;
                return driver.probe(adev, id);
            }
        }
        return -Errno.ENODEV;
    }

    private int peripheralId() {
        @Var int id = 0;
        for (@Var int i = 3; i >= 0; i--) {
            id = id << 8 | (int) hardware.read(PERIPHERAL_ID + 4 * i, 1);
        }
        return id;
    }

    @Override
    void removeDriver(Device dev) {
        if (bound != null) {
            driver.remove(bound);
        }
    }

    @Override
    void plugHardware() {
        hardware.reset();
    }

    @Override
    void pullHardware() {
        hardware.reset();
    }

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
        hardware.drive(line, level);
    }
}

package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.Resource;
import dev.yank.harness.sim.hardware.HostPipe;
import dev.yank.harness.sim.hardware.MmioDevice;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.harness.sim.hardware.ScratchRegister;
import dev.yank.harness.sim.hardware.VirtioLie;
import dev.yank.harness.sim.hardware.VirtioRegister;
import dev.yank.model.spec.device.Lie;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A device on the platform bus: that which the driver is for. Nobody can pull it out; it leaves by being
/// unbound.
final class PlatformSlot extends Slot {

    private final PlatformDriver driver;
    private final int irq;
    private final @Nullable MmioDevice hardware;

    @Var
    private @Nullable PlatformDevice bound;

    PlatformSlot(SimulatedMachine machine, int devt, PlatformDriver driver) {
        super(machine, devt, driver);
        this.driver = driver;
        this.irq = machine.addIrq();
        this.hardware = hardware(driver.compatible());
    }

    private @Nullable MmioDevice hardware(String compatible) {
        var line = new AmbaSlot.Line(machine, irq);
        var log = new GuestErrors(machine);
        return switch (compatible) {
            case "yank,scratch", "yank,capture", "yank,frame" -> new ScratchRegister(line, log);
            case "virtio,mmio" ->
                new VirtioRegister(new DeviceTask(machine, "virtio device"), new DmaMemory(machine), line, log);
            case "google,goldfish-pipe" -> new HostPipe(line, log);
            default -> null;
        };
    }

    @Override
    List<RegisterValue> registers() {
        return hardware == null ? List.of() : hardware.registers();
    }

    @Override
    String deviceName() {
        String compatible = driver.compatible();
        return compatible.substring(compatible.indexOf(',') + 1);
    }

    @Override
    int probeDriver(Device dev) {
        if (hardware == null) {
            return -Errno.ENODEV;
        }
        var pdev = new PlatformDevice(dev, new Resource(dev, new MmioRegisters(hardware)), irq);
        bound = pdev;
        return driver.probe(pdev);
    }

    @Override
    void removeDriver(Device dev) {
        if (bound != null) {
            driver.remove(bound);
        }
    }

    @Override
    void plugHardware() {
        if (hardware != null) {
            hardware.reset();
        }
    }

    @Override
    void pullHardware() {
        plugHardware();
    }

    @Override
    int doors() {
        return driver.compatible().equals("yank,capture") ? 2 : 1;
    }

    @Override
    boolean isMapped() {
        return driver.compatible().equals("yank,frame");
    }

    @Override
    boolean hotUnpluggable() {
        return false;
    }

    @Override
    void drivePin(int line, int level) {
        if (hardware instanceof HostPipe pipe) {
            pipe.drive(line, level);
        }
    }

    @Override
    void misbehave(Lie lie) {
        if (hardware instanceof VirtioRegister virtio) {
            virtio.misbehave(VirtioLie.values()[lie.ordinal()]);
        }
    }
}

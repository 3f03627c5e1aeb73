package dev.yank.harness.sim;

import static dev.yank.harness.kernel.Device.device_lock;
import static dev.yank.harness.kernel.Device.device_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.PciErrorHandlers;
import dev.yank.harness.kernel.RegisterBlock;
import dev.yank.harness.kernel.Resource;
import dev.yank.harness.sim.hardware.PciConfigSpace;
import dev.yank.harness.sim.hardware.PciEdu;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An edu device on the PCI bus, which can be pulled out while it works.
final class PciSlot extends Slot {

    private static final int BRIDGE_VENDOR = 0x8086;
    private static final int BRIDGE_DEVICE = 0x29c0;
    private static final int VENDOR = 0x00;
    private static final int BASE_ADDRESS = 0x10;
    private static final long WINDOW = 0xfe00_0000L;

    private final PciDriver driver;
    private final PciEdu hardware;
    private final int irq;
    private final int messageIrq;

    @Var
    private @Nullable PciDev bound;

    PciSlot(SimulatedMachine machine, int devt, PciDriver driver) {
        super(machine, devt, driver);
        this.driver = driver;
        this.irq = machine.addIrq();
        this.messageIrq = machine.addIrq();
        this.hardware = new PciEdu(
                new DeviceTask(machine, "edu hardware"),
                new DmaMemory(machine),
                new AmbaSlot.Line(machine, irq),
                () -> machine.irq(messageIrq).message(machine),
                new GuestErrors(machine));
        hardware.unplug();
    }

    @Override
    String deviceName() {
        return "edu";
    }

    @Override
    int probeDriver(Device dev) {
        var registers = new MmioRegisters(hardware);
        var config = new RegisterBlock() {
            @Override
            public long read(long offset, int bytes) {
                return hardware.config().read((int) offset, bytes);
            }

            @Override
            public void write(long offset, int bytes, long value) {
                hardware.config().write((int) offset, bytes, value);
            }
        };
        config.write(BASE_ADDRESS, 4, WINDOW);
        var pdev = new PciDev(dev, new Resource(dev, registers), config, irq, messageIrq, PciConfigSpace.MSI_OFFSET);
        int vendor = (int) config.read(VENDOR, 2);
        int device = (int) config.read(VENDOR + 2, 2);
        PciDeviceId id = match(vendor, device);
        if (id == null) {
            return -Errno.ENODEV;
        }
        bound = pdev;
        return driver.probe(pdev, id);
    }

    /// `pci_match_id()`: looks through the table of the driver, which ends with a sentinel.
    private @Nullable PciDeviceId match(int vendor, int device) {
        List<PciDeviceId> table = driver.id_table();
        for (PciDeviceId id : table) {
            if (id.equals(PciDeviceId.SENTINEL)) {
                return null;
            }
            if (id.vendor() == vendor && id.device() == device) {
                return id;
            }
        }
        machine.emit(EventKind.OUT_OF_RANGE, 0, table.size(), "the table of devices");
        return null;
    }

    /// There is a host bridge, which every driver is asked about.
    @Override
    void offerNeighbours() {
        match(BRIDGE_VENDOR, BRIDGE_DEVICE);
    }

    @Override
    void removeDriver(Device dev) {
        if (bound != null) {
            if (!hardware.plugged()) {
                bound.disconnect(machine);
            }
            driver.remove(bound);
        }
    }

    @Override
    void reportLoss(Device dev) {
        PciDev pdev = bound;
        PciErrorHandlers handlers = driver.err_handler();
        if (pdev != null && handlers != null) {
            device_lock(dev);
            pdev.disconnect(machine);
            enter(
                    dev,
                    EntryPoint.ERROR_DETECTED,
                    () -> handlers.error_detected(pdev, PciErrorHandlers.PCI_CHANNEL_IO_PERM_FAILURE));
            device_unlock(dev);
        }
    }

    @Override
    void plugHardware() {
        hardware.plug();
    }

    @Override
    void pullHardware() {
        if (hardware.plugged()) {
            hardware.unplug();
            machine.irq(irq).neighbourRaises(machine);
        }
    }

    @Override
    List<RegisterValue> registers() {
        return hardware.registers();
    }

    @Override
    boolean hotUnpluggable() {
        return true;
    }
}

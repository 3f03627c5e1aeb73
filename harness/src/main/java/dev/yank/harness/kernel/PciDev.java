package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `struct pci_dev` and `<linux/pci.h>`.
///
/// After surprise removal every read of configuration space and registers answers all-ones and writes are
/// lost; the driver learns of it from such a read, or when remove is called.
public final class PciDev extends Struct {

    /// What a read answers when nobody is there.
    public static final int PCI_ERROR_RESPONSE = -1;

    /// `PCI_COMMAND`.
    public static final int PCI_COMMAND = 0x04;

    private static final int COMMAND_MEMORY = 0x2;
    private static final int COMMAND_MASTER = 0x4;
    private static final int COMMAND_INTX_DISABLE = 0x400;

    /// The parts of a PCI device that are acquired one by one.
    private static final class Part extends Struct {}

    /// The device.
    public final Device dev;

    /// The interrupt line, used unless message interrupts were allocated.
    public final int irq;

    private final Resource bar0;
    private final RegisterBlock config;
    private final int messageIrq;
    private final int messageCapability;
    private final Part enable = new Part();
    private final Part regions = new Part();
    private final Part vectors = new Part();

    @Var
    private boolean disconnected;

    /// @param config configuration space
    /// @param messageIrq the number of the message interrupt
    /// @param messageCapability where the MSI capability lies in configuration space
    public PciDev(Device dev, Resource bar0, RegisterBlock config, int irq, int messageIrq, int messageCapability) {
        this.dev = dev;
        this.bar0 = bar0;
        this.config = config;
        this.irq = irq;
        this.messageIrq = messageIrq;
        this.messageCapability = messageCapability;
    }

    /// `pci_register_driver()`, for a driver that does so in its own `module_init()`.
    ///
    /// @return 0
    public static int pci_register_driver() {
        Machine machine = Machine.current();
        machine.registration.begin(machine);
        return 0;
    }

    /// `pci_unregister_driver()`: unbinds the driver from all its devices.
    public static void pci_unregister_driver() {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, machine.registration);
        machine.registration.end(machine);
    }

    /// Enables memory decoding.
    ///
    /// @return 0 or a negative errno
    public static int pci_enable_device(PciDev pdev) {
        if (!pdev.acquire(pdev.enable, "pci_enable_device", "the enabled device")) {
            return -Errno.ENODEV;
        }
        pdev.change(COMMAND_MEMORY, COMMAND_MEMORY);
        return 0;
    }

    public static void pci_disable_device(PciDev pdev) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, Shared.HARDWARE, 0);
        pdev.disable(machine);
    }

    /// As [#pci_enable_device]; devres disables the device.
    public static int pcim_enable_device(PciDev pdev) {
        int err = pci_enable_device(pdev);
        if (err == 0) {
            Machine machine = Machine.current();
            pdev.dev.manage(machine, pdev.enable, "the enabled device", () -> pdev.disable(machine));
        }
        return err;
    }

    /// Reserves the register ranges.
    ///
    /// @return 0 or a negative errno
    public static int pci_request_regions(PciDev pdev, String name) {
        return pdev.acquire(pdev.regions, "pci_request_regions", "the regions of " + name) ? 0 : -Errno.EBUSY;
    }

    public static void pci_release_regions(PciDev pdev) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, pdev.regions);
        machine.emit(EventKind.RELEASE, pdev.regions, 0, "the regions");
    }

    /// Maps the registers of a base address register; there is only number 0.
    ///
    /// @return the mapping, or null
    public static @Nullable Iomem pci_iomap(PciDev pdev, int bar) {
        return bar == 0 ? Iomem.map(pdev.bar0, "pci_iomap") : null;
    }

    public static void pci_iounmap(PciDev pdev, Iomem base) {
        Iomem.iounmap(base);
    }

    /// As [#pci_iomap]; devres unmaps.
    public static @Nullable Iomem pcim_iomap(PciDev pdev, int bar) {
        Iomem base = pci_iomap(pdev, bar);
        if (base != null) {
            Machine machine = Machine.current();
            pdev.dev.manage(machine, base, "a mapping", () -> base.unmap(machine));
        }
        return base;
    }

    /// Lets the device read and write memory.
    public static void pci_set_master(PciDev pdev) {
        Machine.current().point(Access.WRITE, Shared.HARDWARE, 0);
        pdev.change(COMMAND_MASTER, COMMAND_MASTER);
    }

    public static void pci_clear_master(PciDev pdev) {
        Machine.current().point(Access.WRITE, Shared.HARDWARE, 0);
        pdev.change(COMMAND_MASTER, 0);
    }

    /// Lets the device assert its interrupt line, or keeps it from doing so.
    ///
    /// @param enable 1 or 0
    public static void pci_intx(PciDev pdev, int enable) {
        Machine.current().point(Access.WRITE, Shared.HARDWARE, 0);
        pdev.change(COMMAND_INTX_DISABLE, enable == 0 ? COMMAND_INTX_DISABLE : 0);
    }

    /// Allocates one message interrupt.
    ///
    /// @return how many were allocated, or a negative errno
    public static int pci_alloc_irq_vectors(PciDev pdev) {
        if (!pdev.acquire(pdev.vectors, "pci_alloc_irq_vectors", "a message interrupt")) {
            return -Errno.ENOMEM;
        }
        Machine.current().accesses(Access.WRITE, Shared.HARDWARE, 0);
        long flags = pdev.config.read(pdev.messageCapability + 2, 2);
        pdev.config.write(pdev.messageCapability + 2, 2, flags | 1);
        return 1;
    }

    public static void pci_free_irq_vectors(PciDev pdev) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, Shared.HARDWARE, 0);
        pdev.freeVectors(machine);
    }

    /// As [#pci_alloc_irq_vectors]; devres frees them.
    public static int pcim_alloc_irq_vectors(PciDev pdev) {
        int count = pci_alloc_irq_vectors(pdev);
        if (count > 0) {
            Machine machine = Machine.current();
            pdev.dev.manage(machine, pdev.vectors, "a message interrupt", () -> pdev.freeVectors(machine));
        }
        return count;
    }

    /// The interrupt number of vector 0.
    public static int pci_irq_vector(PciDev pdev) {
        return pdev.messageIrq;
    }

    public static int pci_read_config_word(PciDev pdev, int offset) {
        Machine.current().point(Access.READ, Shared.HARDWARE, 0);
        return (int) pdev.config.read(offset, 2);
    }

    public static int pci_read_config_dword(PciDev pdev, int offset) {
        Machine.current().point(Access.READ, Shared.HARDWARE, 0);
        return (int) pdev.config.read(offset, 4);
    }

    /// `PCI_POSSIBLE_ERROR()`: whether `value` may be what a read of an absent device answers.
    public static boolean pci_possible_error(int value) {
        return value == PCI_ERROR_RESPONSE;
    }

    /// Whether the core knows that the device is gone.
    public static boolean pci_dev_is_disconnected(PciDev pdev) {
        Machine.current().point(Access.READ, pdev);
        return pdev.disconnected;
    }

    public static void pci_set_drvdata(PciDev pdev, @Nullable Object data) {
        Device.dev_set_drvdata(pdev.dev, data);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // void * in C: the caller knows the type
    public static <T> T pci_get_drvdata(PciDev pdev) {
        return Device.dev_get_drvdata(pdev.dev);
    }

    /// The hotplug core has learnt that the device is gone.
    public void disconnect(Machine machine) {
        machine.accesses(Access.WRITE, this);
        disconnected = true;
    }

    private boolean acquire(Part part, String function, String what) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, part);
        if (!machine.mayAcquire(function)) {
            return false;
        }
        machine.emit(EventKind.ACQUIRE, part, 0, what);
        return true;
    }

    private void disable(Machine machine) {
        change(COMMAND_MASTER, 0);
        machine.emit(EventKind.RELEASE, enable, 0, "the enabled device");
    }

    private void freeVectors(Machine machine) {
        machine.accesses(Access.WRITE, Shared.HARDWARE, 0);
        long flags = config.read(messageCapability + 2, 2);
        config.write(messageCapability + 2, 2, flags & ~1L);
        machine.emit(EventKind.RELEASE, vectors, 0, "a message interrupt");
    }

    private void change(int mask, int bits) {
        Machine.current().accesses(Access.WRITE, Shared.HARDWARE, 0);
        long command = config.read(PCI_COMMAND, 2);
        config.write(PCI_COMMAND, 2, (command & ~mask) | bits);
    }
}

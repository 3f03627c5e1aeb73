package dev.yank.harness.run;

import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.Driver;
import dev.yank.harness.kernel.I2cDriver;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.model.spec.device.DeviceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The simulated devices that a driver can be written for.
public enum DeviceUnderTest {
    /// ARM PrimeCell GPIO on the AMBA bus.
    PL061(
            DeviceKind.GPIO,
            AmbaDriver.class,
            List.of("read-event", "get-line", "set-line", "direction-input", "direction-output", "poll", "drive-pin")),
    /// QEMU's educational PCI device.
    EDU(DeviceKind.REGISTER, PciDriver.class, List.of("read", "write", "factorial", "transfer", "poll")),
    /// A touch screen in the manner of the Cypress CY8CTMA140, on an I2C bus, with two supplies.
    TOUCH(DeviceKind.EVENTS, I2cDriver.class, List.of("read-event", "poll", "drive-pin")),
    /// A register that interrupts after each write, on the platform bus.
    SCRATCH(DeviceKind.REGISTER, PlatformDriver.class, List.of("read", "write", "poll")),
    /// The same register behind two nodes, as a camera has one for pictures and one for what is known about them.
    CAPTURE(DeviceKind.REGISTER, PlatformDriver.class, List.of("read", "write", "poll")),
    /// The same register, which processes map: they read and write without a system call.
    FRAME(DeviceKind.REGISTER, PlatformDriver.class, List.of("read", "write", "poll")),
    /// A register behind a virtio ring, whose device need not be trusted.
    VIRTIO(DeviceKind.REGISTER, PlatformDriver.class, List.of("read", "write", "poll")),
    /// The channel to the host behind goldfish_pipe, on the platform bus.
    PIPE(DeviceKind.EVENTS, PlatformDriver.class, List.of("read-event", "poll", "drive-pin")),
    /// No device at all: a counted object in a table.
    OBJECT(DeviceKind.OBJECT, ObjectTable.class, List.of("read", "clone", "downgrade", "upgrade"));

    private final DeviceKind kind;
    private final Class<? extends Driver> driver;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> operations;

    DeviceUnderTest(DeviceKind kind, Class<? extends Driver> driver, List<String> operations) {
        this.kind = kind;
        this.driver = driver;
        this.operations = operations;
    }

    /// What programs ask of it besides opening, closing, binding and unbinding, as histories name it.
    public List<String> operations() {
        return operations;
    }

    /// What programs ask of any device of its kind.
    List<String> operationsOfKind() {
        return Arrays.stream(values())
                .filter(device -> device.kind == kind)
                .flatMap(device -> device.operations.stream())
                .distinct()
                .toList();
    }

    /// What drives it.
    public Class<? extends Driver> driver() {
        return driver;
    }

    /// What programs can ask of it.
    public DeviceKind kind() {
        return kind;
    }

    /// The name in annotations and tables.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The device of that name.
    ///
    /// @throws UsageException where there is none
    public static DeviceUnderTest parse(String text) {
        for (DeviceUnderTest device : values()) {
            if (device.label().equals(text)) {
                return device;
            }
        }
        throw new UsageException("There is no simulated device '" + text + "'; choose one of "
                + Arrays.stream(values()).map(DeviceUnderTest::label).collect(Collectors.joining(", ")) + ".");
    }
}

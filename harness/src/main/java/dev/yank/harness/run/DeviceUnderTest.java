package dev.yank.harness.run;

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
            List.of("read-event", "get-line", "set-line", "direction-input", "direction-output", "poll", "drive-pin")),
    /// QEMU's educational PCI device.
    EDU(DeviceKind.REGISTER, List.of("read", "write", "factorial", "transfer", "poll"));

    private final DeviceKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> operations;

    DeviceUnderTest(DeviceKind kind, List<String> operations) {
        this.kind = kind;
        this.operations = operations;
    }

    /// What programs ask of it besides opening, closing, binding and unbinding, as histories name it.
    public List<String> operations() {
        return operations;
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

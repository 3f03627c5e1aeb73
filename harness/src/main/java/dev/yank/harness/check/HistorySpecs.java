package dev.yank.harness.check;

import dev.yank.harness.format.PlainValues;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.classic.RecordedSpecs;
import dev.yank.model.spec.device.DeviceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every specification that a history can be judged by: those of recorded histories, and those of our devices.
public final class HistorySpecs {

    private static final String GPIO = "gpio-device";
    private static final String REGISTER = "register-device";

    private HistorySpecs() {}

    /// All names.
    public static List<String> names() {
        List<String> names = new ArrayList<>(RecordedSpecs.names());
        names.add(GPIO);
        names.add(REGISTER);
        return List.copyOf(names);
    }

    /// The specification of a name.
    ///
    /// @param policy the policy of a device; of no matter to others
    /// @param initial with what it begins, as EDN, or null for what is usual; devices begin without a driver
    /// @throws IllegalArgumentException with one sentence if it cannot begin so
    public static Optional<RecordedSpec<?, ?>> named(String name, Policy policy, @Nullable String initial) {
        if (initial != null) {
            if (name.equals(GPIO) || name.equals(REGISTER)) {
                throw new IllegalArgumentException(
                        "A device begins without a driver; an initial value is for the other specifications.");
            }
            return RecordedSpecs.named(name, Nil.of(PlainValues.edn(initial)));
        }
        return switch (name) {
            case GPIO -> Optional.of(DeviceHistorySpec.of(name, DeviceKind.GPIO, policy));
            case REGISTER -> Optional.of(DeviceHistorySpec.of(name, DeviceKind.REGISTER, policy));
            default -> RecordedSpecs.named(name);
        };
    }
}

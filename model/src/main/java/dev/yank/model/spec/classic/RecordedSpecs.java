package dev.yank.model.spec.classic;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The specifications for recorded histories, by name.
public final class RecordedSpecs {

    private static final List<String> NAMES = List.of(
            "register",
            "cas-register",
            "etcd",
            "mutex",
            "multi-register",
            "fifo-queue",
            "unordered-queue",
            "set",
            "key-value");

    private RecordedSpecs() {}

    /// All names.
    public static List<String> names() {
        return NAMES;
    }

    /// The specification of a name.
    ///
    /// @param name one of [#names()]
    /// @param initial what registers hold in the beginning, or null for what is usual: nil, and 0 for a
    /// multi-register
    public static Optional<RecordedSpec<?, ?>> named(String name, @Nullable Object initial) {
        return Optional.ofNullable(
                switch (name) {
                    case "register" -> RegisterSpec.register(Nil.of(initial));
                    case "cas-register" -> RegisterSpec.casRegister(Nil.of(initial));
                    case "etcd" -> RegisterSpec.etcd(Nil.of(initial));
                    case "mutex" -> new MutexSpec();
                    case "multi-register" -> new MultiRegisterSpec(initial == null ? 0L : initial);
                    case "fifo-queue" -> new FifoQueueSpec();
                    case "unordered-queue" -> new UnorderedQueueSpec();
                    case "set" -> new SetSpec();
                    case "key-value" -> new KeyValueSpec();
                    default -> null;
                });
    }
}

package dev.yank.model.spec.classic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /// The specification of a name, beginning as it usually does: registers with nil, those of a multi-register with 0,
    /// a mutex free, everything else empty.
    ///
    /// @param name one of [#names()]
    public static Optional<RecordedSpec<?, ?>> named(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "register" -> RegisterSpec.register(Nil.NIL);
                    case "cas-register" -> RegisterSpec.casRegister(Nil.NIL);
                    case "etcd" -> RegisterSpec.etcd(Nil.NIL);
                    case "mutex" -> new MutexSpec();
                    case "multi-register" -> new MultiRegisterSpec(0L);
                    case "fifo-queue" -> new FifoQueueSpec();
                    case "unordered-queue" -> new UnorderedQueueSpec();
                    case "set" -> new SetSpec();
                    case "key-value" -> new KeyValueSpec();
                    default -> null;
                });
    }

    /// The specification of a name, beginning otherwise.
    ///
    /// @param name one of [#names()]
    /// @param initial plain data, or [Nil]: what a register holds; what the registers of a multi-register hold, one
    ///     value for all or a map of them; `:free` or `:held`; a text; what is in a queue or set
    /// @throws IllegalArgumentException with one sentence that says what was expected
    public static Optional<RecordedSpec<?, ?>> named(String name, Object initial) {
        return Optional.ofNullable(
                switch (name) {
                    case "register" -> RegisterSpec.register(initial);
                    case "cas-register" -> RegisterSpec.casRegister(initial);
                    case "etcd" -> RegisterSpec.etcd(initial);
                    case "mutex" -> new MutexSpec(holding(initial));
                    case "multi-register" -> multiRegister(initial);
                    case "fifo-queue" -> new FifoQueueSpec(collection(initial));
                    case "unordered-queue" -> new UnorderedQueueSpec(collection(initial));
                    case "set" -> new SetSpec(new LinkedHashSet<>(collection(initial)));
                    case "key-value" -> new KeyValueSpec(text(initial));
                    default -> null;
                });
    }

    private static MutexSpec.Holding holding(Object initial) {
        return switch (initial.toString()) {
            case ":free", "free" -> MutexSpec.Holding.FREE;
            case ":held", "held" -> MutexSpec.Holding.HELD;
            default -> throw refuse("A mutex begins with :free or :held", initial);
        };
    }

    private static MultiRegisterSpec multiRegister(Object initial) {
        if (!(initial instanceof Map<?, ?> map)) {
            return new MultiRegisterSpec(initial);
        }
        Map<String, Object> registers = new TreeMap<>();
        map.forEach((register, value) -> {
            String name = String.valueOf(register);
            registers.put(name.startsWith(":") ? name.substring(1) : name, Nil.of(value));
        });
        return new MultiRegisterSpec(registers, 0L);
    }

    private static List<Object> collection(Object initial) {
        if (initial instanceof Collection<?> values) {
            List<Object> all = new ArrayList<>();
            values.forEach(value -> all.add(Nil.of(value)));
            return all;
        }
        throw refuse("Queues and sets begin with a collection, such as [1 2]", initial);
    }

    private static String text(Object initial) {
        if (initial instanceof String text) {
            return text;
        }
        throw refuse("A key-value store begins with a string, such as \"a\"", initial);
    }

    private static IllegalArgumentException refuse(String expected, Object initial) {
        return new IllegalArgumentException(expected + ", but the initial value was " + initial + ".");
    }
}

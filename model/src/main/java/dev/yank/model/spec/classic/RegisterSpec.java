package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import dev.yank.model.spec.classic.RegisterOperation.Cas;
import dev.yank.model.spec.classic.RegisterOperation.Read;
import dev.yank.model.spec.classic.RegisterOperation.Write;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A register that holds one value, with read, write and compare-and-set.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013; for etcd, the model in the tests of Porcupine, Anish
/// Athalye, 2017.
public final class RegisterSpec implements RecordedSpec<Object, RegisterOperation> {

    /// What a compare-and-set that says `fail` says.
    public enum FailedCas {
        /// It did not happen, for whatever reason; nothing is learned.
        DID_NOT_HAPPEN,
        /// It compared, and the value was another one.
        FOUND_ANOTHER_VALUE
    }

    private final String name;
    private final Object initial;
    private final boolean hasCas;
    private final FailedCas failedCas;

    private RegisterSpec(String name, Object initial, boolean hasCas, FailedCas failedCas) {
        this.name = name;
        this.initial = initial;
        this.hasCas = hasCas;
        this.failedCas = failedCas;
    }

    /// Read and write.
    public static RegisterSpec register(Object initial) {
        return new RegisterSpec("register", initial, false, FailedCas.DID_NOT_HAPPEN);
    }

    /// Read, write and compare-and-set.
    public static RegisterSpec casRegister(Object initial) {
        return new RegisterSpec("cas-register", initial, true, FailedCas.DID_NOT_HAPPEN);
    }

    /// Read, write and compare-and-set, where a `fail` of the last means that it found another value.
    public static RegisterSpec etcd(Object initial) {
        return new RegisterSpec("etcd", initial, true, FailedCas.FOUND_ANOTHER_VALUE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Object initial() {
        return initial;
    }

    @Override
    public List<Effect<Object, Answer>> effects(Object state, RegisterOperation operation) {
        return switch (operation) {
            case Read _ -> List.of(new Effect<>(state, new Answer.Value(state)));
            case Write(Object value) -> List.of(new Effect<>(value, Answer.DONE));
            case Cas(Object expected, Object value) ->
                List.of(
                        state.equals(expected)
                                ? new Effect<>(value, Answer.DONE)
                                : new Effect<>(state, Answer.REFUSED));
        };
    }

    @Override
    public boolean onlyObserves(RegisterOperation operation, @Nullable Answer response) {
        return switch (operation) {
            case Read _ -> true;
            case Write _ -> false;
            case Cas(Object expected, Object value) -> expected.equals(value) || response instanceof Answer.Refused;
        };
    }

    @Override
    public RegisterOperation operation(String f, Object asked) {
        return switch (f) {
            case "read" -> new Read();
            case "write" -> new Write(asked);
            case "cas" -> hasCas ? cas(asked) : refuse(f);
            default -> refuse(f);
        };
    }

    private RegisterOperation refuse(String f) {
        throw new IllegalArgumentException("A " + name + " knows " + (hasCas ? "read, write and cas" : "read and write")
                + ", but the function is '" + f + "'.");
    }

    private static RegisterOperation cas(Object asked) {
        if (asked instanceof List<?> pair && pair.size() == 2) {
            return new Cas(Nil.of(pair.get(0)), Nil.of(pair.get(1)));
        }
        throw new IllegalArgumentException(
                "The value of a cas is the expected and the new value, such as [1 2], but was " + asked + ".");
    }

    @Override
    public Answer answer(RegisterOperation operation, Object answered) {
        return switch (operation) {
            case Read _ -> new Answer.Value(answered);
            case Write _, Cas _ -> Answer.DONE;
        };
    }

    @Override
    public Optional<Answer> failure(RegisterOperation operation, Object answered) {
        return operation instanceof Cas && failedCas == FailedCas.FOUND_ANOTHER_VALUE
                ? Optional.of(Answer.REFUSED)
                : Optional.empty();
    }
}

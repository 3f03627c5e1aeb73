package dev.yank.model.spec.classic;

import dev.yank.model.spec.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Several registers, read and written together by transactions such as `[[:read :x 1] [:write :y 2]]`.
///
/// Source: the models of Knossos, Kyle Kingsbury, 2013.
public final class MultiRegisterSpec implements RecordedSpec<Map<String, Object>, MultiRegisterSpec.Transaction> {

    private final Map<String, Object> initial;
    private final Object usual;

    /// @param initial what every register holds in the beginning
    public MultiRegisterSpec(Object initial) {
        this(Map.of(), initial);
    }

    /// @param initial what some registers hold in the beginning
    /// @param usual what all others hold
    public MultiRegisterSpec(Map<String, Object> initial, Object usual) {
        this.initial = new TreeMap<>(initial);
        this.usual = usual;
    }

    /// One read or write of a transaction.
    ///
    /// @param f `read` or `write`
    /// @param register the name of the register
    /// @param value what is written; [Nil] for a read
    public record Step(String f, String register, Object value) {

        boolean isRead() {
            return f.equals("read");
        }

        @Override
        public String toString() {
            return isRead() ? "read " + register : "write " + register + " " + value;
        }
    }

    /// Reads and writes that happen at once, in order.
    ///
    /// @param steps the reads and writes
    public record Transaction(List<Step> steps) {

        /// Copies the steps.
        public Transaction(List<Step> steps) {
            this.steps = List.copyOf(steps);
        }

        @Override
        public String toString() {
            return "transaction " + steps;
        }
    }

    @Override
    public String name() {
        return "multi-register";
    }

    @Override
    public Map<String, Object> initial() {
        return new TreeMap<>(initial);
    }

    @Override
    public List<Effect<Map<String, Object>, Answer>> effects(Map<String, Object> state, Transaction operation) {
        TreeMap<String, Object> next = new TreeMap<>(state);
        List<Object> read = new ArrayList<>();
        for (Step step : operation.steps()) {
            if (step.isRead()) {
                read.add(next.getOrDefault(step.register(), usual));
            } else {
                next.put(step.register(), step.value());
            }
        }
        return List.of(new Effect<>(next, new Answer.Value(read)));
    }

    @Override
    public boolean onlyObserves(Transaction operation, @Nullable Answer response) {
        return operation.steps().stream().allMatch(Step::isRead);
    }

    @Override
    public Transaction operation(String f, Object asked) {
        if (!f.equals("txn")) {
            throw new IllegalArgumentException("A multi-register knows txn, but the function is '" + f + "'.");
        }
        return new Transaction(steps(asked));
    }

    /// Nobody writes nil, so a read that answers nil tells nothing, unless the registers begin with nil.
    @Override
    public Transaction told(Transaction operation, Object answered) {
        return new Transaction(steps(answered).stream()
                .filter(this::tells)
                .map(step -> step.isRead() ? new Step(step.f(), step.register(), Nil.NIL) : step)
                .toList());
    }

    private boolean tells(Step step) {
        return !step.isRead() || step.value() != Nil.NIL || initial.containsValue(Nil.NIL) || usual == Nil.NIL;
    }

    @Override
    public Answer answer(Transaction operation, Object answered) {
        List<Object> read = new ArrayList<>();
        for (Step step : steps(answered)) {
            if (step.isRead() && tells(step)) {
                read.add(step.value());
            }
        }
        return new Answer.Value(read);
    }

    private static List<Step> steps(Object value) {
        if (!(value instanceof List<?> list)) {
            throw refuse(value);
        }
        List<Step> steps = new ArrayList<>();
        for (Object step : list) {
            if (!(step instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
                throw refuse(value);
            }
            String f = word(parts.get(0));
            boolean isRead = f.equals("read") || f.equals("r");
            if (!isRead && !((f.equals("write") || f.equals("w")) && parts.size() == 3)) {
                throw refuse(value);
            }
            Object argument = parts.size() == 3 ? Nil.of(parts.get(2)) : Nil.NIL;
            steps.add(new Step(isRead ? "read" : "write", word(parts.get(1)), argument));
        }
        return steps;
    }

    /// Keywords come with their colon.
    private static String word(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.startsWith(":") ? text.substring(1) : text;
    }

    private static IllegalArgumentException refuse(Object value) {
        return new IllegalArgumentException(
                "The value of a txn is a list of reads and writes, such as [[:read :x nil] [:write :y 2]], but was "
                        + value + ".");
    }
}

package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Plays operations against a specification with every choice taken from a list of numbers, so that the
/// history is linearizable by construction; for tests.
final class RandomPlay<S, O, R> {

    private final SequentialSpec<S, O, R> spec;
    private final List<O> operations;
    private final List<Integer> choices;
    private final Map<Object, S> states = new LinkedHashMap<>();
    private final List<Entry<O, R>> entries = new ArrayList<>();

    @Var
    private int used;

    @Var
    private int time;

    RandomPlay(SequentialSpec<S, O, R> spec, List<O> operations, List<Integer> choices) {
        this.spec = spec;
        this.operations = operations;
        this.choices = choices;
    }

    /// One operation in flight: where its entry is, and what it will answer once it has taken effect.
    private record Running<R>(int process, int place, List<R> answer) {}

    List<Entry<O, R>> history(int processes) {
        List<Running<R>> running = new ArrayList<>();
        @Var int next = 0;
        while (next < operations.size() || !running.isEmpty()) {
            boolean canInvoke = next < operations.size() && running.size() < processes;
            int choice = choose(2 * running.size() + (canInvoke ? 2 : 0));
            if (choice >= 2 * running.size()) {
                running.add(new Running<>(next, entries.size(), new ArrayList<>()));
                entries.add(Entry.lost(next, operations.get(next), time++));
                next++;
            } else if (!step(running.get(choice / 2))) {
                running.remove(choice / 2);
            }
        }
        return entries;
    }

    /// Takes effect, then completes. Says whether the operation is still running; it may be lost at either
    /// point.
    private boolean step(Running<R> operation) {
        Entry<O, R> entry = entries.get(operation.place());
        if (choose(8) == 7) {
            return false;
        }
        if (!operation.answer().isEmpty()) {
            R answer = operation.answer().getFirst();
            entries.set(
                    operation.place(),
                    new Entry<>(entry.process(), entry.operation(), answer, entry.invoked(), time++));
            return false;
        }
        Object part = spec.partition(entry.operation());
        List<Effect<S, R>> effects = spec.effects(states.computeIfAbsent(part, _ -> spec.initial()), entry.operation());
        if (effects.isEmpty()) {
            return false;
        }
        Effect<S, R> effect = effects.get(choose(effects.size()));
        states.put(part, effect.next());
        operation.answer().add(effect.response());
        return true;
    }

    private int choose(int alternatives) {
        return choices.get(used++ % choices.size()) % alternatives;
    }
}

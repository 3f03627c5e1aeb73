package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who waits for whom when nobody can go on: a task for whoever is inside of what it waits for.
///
/// Source: R. Holt, "Some Deadlock Properties of Computer Systems", Computing Surveys 4(3), 1972.
final class WaitsFor {

    private record Stuck(int task, int object, boolean asleep, String what) {}

    private final Holdings holdings;
    private final Sleepers sleepers;
    private final List<Stuck> all = new ArrayList<>();

    WaitsFor(Holdings holdings, Sleepers sleepers) {
        this.holdings = holdings;
        this.sleepers = sleepers;
    }

    void clear() {
        if (!all.isEmpty()) {
            all.clear();
        }
    }

    /// @param asleep 1 where it sleeps until another wakes it
    void stuck(int task, int object, int asleep, String what) {
        all.add(new Stuck(task, object, asleep == 1, what));
    }

    /// Why the task can never go on, as one sentence: the tasks that wait for each other in a circle, or the
    /// sleeper at the end of the chain and why nobody wakes it.
    String explain(int task, TraceNames names) {
        List<Stuck> chain = new ArrayList<>();
        @Var Stuck last = find(task);
        while (last != null && !chain.contains(last)) {
            chain.add(last);
            last = last.asleep ? null : find(holderOf(last));
        }
        if (chain.isEmpty()) {
            return "";
        }
        return last == null
                ? endOf(chain, names)
                : " Deadlock: " + circle(chain.subList(chain.indexOf(last), chain.size()), names) + ".";
    }

    private @Nullable Stuck find(int task) {
        return all.stream().filter(one -> one.task == task).findFirst().orElse(null);
    }

    /// The task that is inside of what this one waits for; one that is stuck itself where there are several.
    private int holderOf(Stuck waiting) {
        @Var int holder = -1;
        for (@Var int task = 0; task < holdings.tasks(); task++) {
            if (holdings.isInside(task, waiting.object) && (holder < 0 || find(holder) == null)) {
                holder = task;
            }
        }
        return holder;
    }

    private static String circle(List<Stuck> circle, TraceNames names) {
        if (circle.size() == 1) {
            Stuck alone = circle.getFirst();
            return "%s has %s already and waits for itself"
                    .formatted(names.task(alone.task), names.object(alone.object));
        }
        List<String> words = new ArrayList<>();
        @Var Stuck before = circle.getLast();
        for (Stuck one : circle) {
            words.add("%s has %s and waits for %s"
                    .formatted(names.task(one.task), names.object(before.object), names.object(one.object)));
            before = one;
        }
        return String.join(", ", words);
    }

    private String endOf(List<Stuck> chain, TraceNames names) {
        Stuck last = chain.getLast();
        String through = chain.stream()
                .skip(1)
                .map(one -> "%s is inside and waits for %s".formatted(names.task(one.task), one.what))
                .collect(Collectors.joining(", "));
        if (last.asleep) {
            return (through.isEmpty() ? " Lost wake-up: " : " " + through + ": ")
                    + sleepers.why(last.task, last.object, names) + ".";
        }
        int holder = holderOf(last);
        String kept =
                holder < 0 ? "" : "%s never gave %s back".formatted(names.task(holder), names.object(last.object));
        return through.isEmpty() && kept.isEmpty()
                ? ""
                : " " + (through.isEmpty() ? kept : kept.isEmpty() ? through : through + ": " + kept) + ".";
    }
}

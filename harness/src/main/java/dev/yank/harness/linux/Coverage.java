package dev.yank.harness.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What histories had in them: which answers, and which operations overlapped a removal or a binding.
public final class Coverage {

    private final TreeSet<String> answers = new TreeSet<>();
    private final Map<String, Long> overlaps = new TreeMap<>();

    /// Adds a history.
    ///
    /// @return whether there was anything in it that none before had
    boolean isNewIn(List<Performed> history) {
        int before = answers.size();
        List<Performed> changes = history.stream()
                .filter(one -> one.effect() == Action.Effect.REMOVE || one.effect() == Action.Effect.RESTORE)
                .toList();
        for (Performed one : history) {
            List<String> meanwhile = new ArrayList<>();
            for (Performed change : changes) {
                if (!change.equals(one) && change.overlaps(one)) {
                    meanwhile.add(phase(one, change));
                }
            }
            String name = one.action().name().replaceAll(" [0-9]+$", "");
            meanwhile.forEach(phase -> overlaps.merge(name + ", " + phase, 1L, Long::sum));
            String answer = one.isCompleted() ? one.wasInterrupted() ? "signal" : "" + one.answer() : "never";
            answers.add(name + " " + answer + " "
                    + meanwhile.stream().distinct().sorted().collect(Collectors.joining("+")));
        }
        return answers.size() > before;
    }

    private static String phase(Performed one, Performed change) {
        String name = change.action().name();
        return one.invoked() < change.invoked()
                ? one.completed() > change.completed() ? "around " + name : "into " + name
                : one.completed() > change.completed() ? "out of " + name : "within " + name;
    }

    /// How many answers under different circumstances there were.
    int size() {
        return answers.size();
    }

    /// How often operations overlapped a removal or a binding, by operation and manner.
    Map<String, Long> overlaps() {
        return overlaps;
    }

    /// How many overlaps there were in all.
    long overlapped() {
        return overlaps.values().stream().mapToLong(Long::longValue).sum();
    }
}

package dev.yank.reports.timeline;

import dev.yank.model.trace.KernelEvent;
import dev.yank.reports.timeline.ExecutionView.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a trace for the values of its counts.
final class Counts {

    private final SortedMap<Integer, List<List<Integer>>> points = new TreeMap<>();

    /// The next event of the trace, which is step `at` of the page.
    void event(int at, KernelEvent event) {
        after(event)
                .ifPresent(value -> points.computeIfAbsent(event.object(), _ -> new ArrayList<>())
                        .add(List.of(at, value)));
    }

    /// The value that an event leaves, where it is about a count.
    private static OptionalInt after(KernelEvent event) {
        int before = event.detail();
        return switch (event.kind()) {
            case REF_INIT -> OptionalInt.of(before);
            case REF_INC -> OptionalInt.of(before + 1);
            case REF_INC_NOT_ZERO -> OptionalInt.of(before == 0 ? 0 : before + 1);
            case REF_DEC -> OptionalInt.of(before - 1);
            default -> OptionalInt.empty();
        };
    }

    /// The counts in the order of their numbers.
    List<Count> all(Lanes lanes) {
        List<Count> counts = new ArrayList<>();
        points.forEach((object, series) -> counts.add(new Count(lanes.count(object), series)));
        return counts;
    }
}

package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes a history down event by event, for tests.
public final class Recording<O, R> {

    private record InFlight<O>(O operation, int invoked, int place) {}

    private final List<Entry<O, R>> entries = new ArrayList<>();
    private final TreeMap<Integer, InFlight<O>> inFlight = new TreeMap<>();

    @Var
    private int time;

    /// A process invokes an operation.
    public Recording<O, R> invokes(int process, O operation) {
        inFlight.put(process, new InFlight<>(operation, time, entries.size()));
        entries.add(Entry.lost(process, operation, time++));
        return this;
    }

    /// The operation in flight of a process completes.
    public Recording<O, R> answers(int process, R response) {
        InFlight<O> begun = inFlight.remove(process);
        if (begun == null) {
            throw new IllegalStateException("Process " + process + " has nothing in flight.");
        }
        entries.set(begun.place(), new Entry<>(process, begun.operation(), response, begun.invoked(), time++));
        return this;
    }

    /// A process performs an operation while nobody else begins or ends one.
    public Recording<O, R> does(int process, O operation, R response) {
        return invokes(process, operation).answers(process, response);
    }

    /// All operations; those not answered yet count as lost.
    public List<Entry<O, R>> entries() {
        return List.copyOf(entries);
    }
}

package dev.yank.harness.sim;

import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;

/// Keeps every event of an execution. Executions that nobody will look at run without one.
final class TraceRecorder {

    private final List<KernelEvent> events = new ArrayList<>();

    void record(int step, EventKind kind, int task, int object, int detail, String note) {
        events.add(new KernelEvent(step, kind, task, object, detail, note));
    }

    List<KernelEvent> events() {
        return List.copyOf(events);
    }
}

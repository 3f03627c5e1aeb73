package dev.yank.harness.sim;

import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps every event of an execution. Executions that nobody will look at run without one.
final class TraceRecorder {

    private final List<KernelEvent> events = new ArrayList<>();
    private final @Nullable BackdropRecorder backdrop;

    /// @param backdrop looks at what is behind each event, or null where nobody asks for it
    TraceRecorder(@Nullable BackdropRecorder backdrop) {
        this.backdrop = backdrop;
    }

    /// From now on there is hardware with registers.
    void watch(Supplier<List<RegisterValue>> registers) {
        if (backdrop != null) {
            backdrop.watch(registers);
        }
    }

    void record(int step, EventKind kind, int task, int object, int detail, String note) {
        if (backdrop != null) {
            backdrop.record(step);
        }
        events.add(new KernelEvent(step, kind, task, object, detail, note));
    }

    List<KernelEvent> events() {
        return List.copyOf(events);
    }

    Backdrop backdrop() {
        return backdrop == null ? Backdrop.NONE : backdrop.backdrop();
    }
}

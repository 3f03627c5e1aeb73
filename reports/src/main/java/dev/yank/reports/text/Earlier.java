package dev.yank.reports.text;

import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.function.Predicate;

/// The part of a trace before one event, searched backwards from there.
///
/// @param trace all events
/// @param failure the one
record Earlier(List<KernelEvent> trace, KernelEvent failure) {

    /// The step of the last event of that sort, or 0.
    int find(Predicate<KernelEvent> wanted) {
        for (int step = failure.step() - 1; step > 0; step--) {
            if (wanted.test(at(step))) {
                return step;
            }
        }
        return 0;
    }

    /// The last event of a kind about the same object, or 0.
    int find(EventKind kind) {
        return find(event -> event.kind() == kind && event.object() == failure.object());
    }

    /// The last beginning of something that has not ended since, or 0: an end is of the same task and object.
    int open(Predicate<KernelEvent> begins, Predicate<KernelEvent> ends) {
        return find(event -> begins.test(event) && !isEnded(event, ends));
    }

    private boolean isEnded(KernelEvent begun, Predicate<KernelEvent> ends) {
        return find(event -> event.step() > begun.step()
                        && event.task() == begun.task()
                        && event.object() == begun.object()
                        && ends.test(event))
                != 0;
    }

    /// How many events of that sort there are.
    long count(Predicate<KernelEvent> wanted) {
        return trace.subList(0, failure.step() - 1).stream().filter(wanted).count();
    }

    KernelEvent at(int step) {
        return trace.get(step - 1);
    }

    /// One step with its words, or other words where there is none.
    static Reason reason(int step, String found, String otherwise) {
        return step == 0 ? Reason.plainly(otherwise) : new Reason(found, step);
    }

    Reason last(EventKind kind, String found, String otherwise) {
        return reason(find(kind), found, otherwise);
    }
}

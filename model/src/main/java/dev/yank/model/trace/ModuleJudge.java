package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R40;

import com.google.errorprone.annotations.Var;

/// The code and data of a module outlive whoever can enter them (R40): once they are freed no callback begins, and
/// when they are freed nobody is inside one.
final class ModuleJudge {

    private final Contexts contexts;
    private final Findings findings;

    /// The step at which the code was freed, or 0.
    @Var
    private int freed;

    ModuleJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        freed = 0;
    }

    void event(int step, EventKind kind, int task, String note) {
        switch (kind) {
            case MODULE_BUSY -> findings.witness(R40);
            case MODULE_FREED -> free(step, task);
            case OPERATION_ENTER, ASYNC_ENTER, PROBE_ENTER, REMOVE_ENTER -> {
                if (freed != 0) {
                    int before = freed;
                    findings.add(
                            R40,
                            step,
                            names -> "%s entered %s of a driver whose code was freed in step %d."
                                    .formatted(names.task(task), callback(kind, note), before));
                }
            }
            default -> {}
        }
    }

    private static String callback(EventKind kind, String note) {
        return switch (kind) {
            case PROBE_ENTER -> "probe";
            case REMOVE_ENTER -> "remove";
            default -> note;
        };
    }

    private void free(int step, int task) {
        freed = step;
        findings.witness(R40);
        int inside = contexts.anyInside(task);
        if (inside >= 0) {
            findings.add(
                    R40,
                    step,
                    names -> "%s freed the code of the driver while %s was inside it."
                            .formatted(names.task(task), names.task(inside)));
        }
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R12;

/// Initialise, then publish (R12): nobody from outside uses a structure that probe initialises only afterwards.
///
/// That a null pointer was met where probe had not yet put anything is said by [LivenessJudge], which sees
/// every oops.
final class PublicationJudge {

    private final Contexts contexts;
    private final Findings findings;

    /// By structure, the step at which somebody who does not probe used it last, and the task.
    private final IntTable usedAt = new IntTable();

    private final IntTable usedBy = new IntTable();

    PublicationJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        usedAt.clear();
        usedBy.clear();
    }

    /// A callback was entered.
    void entered() {
        if (contexts.isAnyProbed()) {
            findings.witness(R12);
        }
    }

    /// A structure was used.
    void used(int step, int task, int struct) {
        if (contexts.isAnyProbed() && contexts.place(task) != Contexts.Place.PROBE) {
            usedAt.put(struct, step);
            usedBy.put(struct, task);
        }
    }

    /// A structure was made ready.
    void initialised(int step, int task, int struct) {
        int before = usedAt.get(struct);
        if (before <= contexts.entered(task) || contexts.place(task) != Contexts.Place.PROBE) {
            return;
        }
        int user = usedBy.get(struct);
        findings.add(
                R12,
                step,
                names -> "%s was used by %s in step %d, before probe initialised it."
                        .formatted(names.object(struct), names.task(user), before));
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.K1;
import static dev.yank.model.trace.RuleIds.R30;

import com.google.errorprone.annotations.Var;

/// Teardown runs once (R30): what one cause has given back, another does not give back again.
///
/// Several causes ask for it: remove, the error handlers of the bus, work that saw all-ones, the last close. Each
/// is a callback; a resource that two of them release was torn down twice. Where one callback releases it twice
/// and the kernel warns of it, that is a mistake of another kind (K1).
final class TeardownJudge {

    private final Contexts contexts;
    private final Findings findings;

    /// For each resource that was given back one more than the step at which the callback was entered that did it.
    private final IntTable releasedIn = new IntTable();

    private final IntTable releasedAt = new IntTable();

    /// The devices whose loss was told to the driver before remove.
    private final IntTable told = new IntTable();

    /// Whether something asynchronous gave a resource back.
    @Var
    private boolean tornBehind;

    TeardownJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        releasedIn.clear();
        releasedAt.clear();
        told.clear();
        tornBehind = false;
    }

    void event(int step, EventKind kind, int task, int object) {
        switch (kind) {
            case ACQUIRE -> releasedIn.put(object, 0);
            case RELEASE, RELEASED_AGAIN -> released(step, kind, task, object);
            case OPERATION_ENTER -> {
                if (contexts.isIn(task, EntryPoint.ERROR_DETECTED)) {
                    told.put(object, step);
                }
            }
            case REMOVE_ENTER -> {
                if (tornBehind || told.get(object) != 0) {
                    findings.witness(R30);
                }
            }
            default -> {}
        }
    }

    private void released(int step, EventKind kind, int task, int object) {
        tornBehind |= contexts.place(task) == Contexts.Place.ASYNC;
        int callback = contexts.entered(task) + 1;
        int before = releasedIn.get(object);
        int first = releasedAt.get(object);
        if (before == 0) {
            releasedIn.put(object, callback);
            releasedAt.put(object, step);
        } else if (before != callback) {
            findings.add(
                    R30,
                    step,
                    names -> "%s released %s, which another teardown had released in step %d."
                            .formatted(names.task(task), names.object(object), first));
        } else if (kind == EventKind.RELEASED_AGAIN) {
            findings.add(
                    K1,
                    step,
                    names -> "%s released %s twice, first in step %d."
                            .formatted(names.task(task), names.object(object), first));
        }
    }
}

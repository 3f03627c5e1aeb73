package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R10;
import static dev.yank.model.trace.RuleIds.R11;
import static dev.yank.model.trace.RuleIds.R9;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What is undone was done, once: clean-up actions (R11), and everything else that is given back without being
/// held (R9 where probe does it, R10 elsewhere).
///
/// What an action undoes is learnt from what is given back while it runs. An action that devres refused and
/// that did not run by itself may be made up for by hand; whether it was shows in what a failed probe leaves.
final class UndoJudge {

    private static final int TASKS = 64;
    private static final int HELD = 1;
    private static final int GIVEN_BACK = 2;

    private final Contexts contexts;
    private final Findings findings;
    private final int[] running = new int[TASKS];
    private final IntTable held = new IntTable();
    private final IntTable undoneByAction = new IntTable();

    /// By device, the step at which an action was refused in its probe.
    private final IntTable refused = new IntTable();

    UndoJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        Arrays.fill(running, 0);
        held.clear();
        undoneByAction.clear();
        refused.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case ACTION_REFUSED -> {
                findings.witness(R11);
                refused.put(contexts.device(task), step);
            }
            case ACTION_BEGIN -> {
                findings.witness(R11);
                running[task] = object;
                if (detail == 0) {
                    refused.put(contexts.device(task), 0);
                }
            }
            case ACTION_END -> running[task] = 0;
            case ACQUIRE -> held.put(object, HELD);
            case RELEASE -> release(step, task, object);
            default -> {}
        }
    }

    /// The step at which an action of the probe of `device` was refused without running, or 0.
    int refusedFor(int device) {
        return refused.get(device);
    }

    private void release(int step, int task, int object) {
        int before = held.get(object);
        held.put(object, GIVEN_BACK);
        boolean again = before == GIVEN_BACK;
        @Var int earlier = undoneByAction.get(object);
        if (running[task] != 0) {
            undoneByAction.put(object, step);
            earlier = again ? step : 0;
        }
        if (before == HELD) {
            return;
        }
        if (again && earlier != 0) {
            findings.add(
                    R11,
                    step,
                    names -> "%s was released again by %s: an action undoes it too."
                            .formatted(names.object(object), names.task(task)));
        } else {
            findings.add(
                    contexts.place(task) == Contexts.Place.PROBE ? R9 : R10,
                    step,
                    names -> "%s was released by %s though it was not held."
                            .formatted(names.object(object), names.task(task)));
        }
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R10;
import static dev.yank.model.trace.RuleIds.R11;
import static dev.yank.model.trace.RuleIds.R18;
import static dev.yank.model.trace.RuleIds.R9;

import dev.yank.model.rule.RuleId;
import java.util.Arrays;

/// What is undone was done, once: clean-up actions (R11), scope guards (R18), and everything else that is given
/// back without being held (R9 where probe does it, R10 elsewhere).
///
/// What an action undoes is learnt from what is given back while it runs. An action that devres refused and
/// that did not run by itself may be made up for by hand; whether it was shows in what a failed probe leaves.
final class UndoJudge {

    private static final int TASKS = 64;
    private static final int HELD = 1;
    private static final int GIVEN_BACK = 2;
    private static final int BY_SCOPE = 2;

    private final Contexts contexts;
    private final Findings findings;
    private final int[] running = new int[TASKS];
    private final int[] cleaning = new int[TASKS];
    private final IntTable held = new IntTable();
    private final IntTable undoneByAction = new IntTable();
    private final IntTable undoneByScope = new IntTable();
    private final IntTable openGuards = new IntTable();

    /// By device, the step at which an action was refused in its probe.
    private final IntTable refused = new IntTable();

    UndoJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        Arrays.fill(running, 0);
        Arrays.fill(cleaning, 0);
        undoneByScope.clear();
        openGuards.clear();
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
            case ACTION_BEGIN -> begin(task, object, detail);
            case ACTION_END -> (detail == BY_SCOPE ? cleaning : running)[task] = 0;
            case SCOPE_GUARDED -> openGuards.put(object, task + 1);
            case SCOPE_DISMISSED -> {
                findings.witness(R18);
                openGuards.put(object, 0);
            }
            case PROBE_UNWOUND, PROBE_EXIT, OPERATION_EXIT, ASYNC_EXIT -> leave(step, task);
            case ACQUIRE -> held.put(object, HELD);
            case RELEASE -> release(step, task, object);
            default -> {}
        }
    }

    /// The step at which an action of the probe of `device` was refused without running, or 0.
    int refusedFor(int device) {
        return refused.get(device);
    }

    private void begin(int task, int object, int how) {
        if (how == BY_SCOPE) {
            findings.witness(R18);
            openGuards.put(object, 0);
            cleaning[task] = object;
            return;
        }
        findings.witness(R11);
        running[task] = object;
        if (how == 0) {
            refused.put(contexts.device(task), 0);
        }
    }

    /// Whoever leaves a callback has left every scope in it.
    private void leave(int step, int task) {
        for (int guard = 0; guard < openGuards.end(); guard++) {
            if (openGuards.get(guard) == task + 1) {
                int left = guard;
                openGuards.put(guard, 0);
                findings.add(
                        R18,
                        step,
                        names -> "%s left the scope of %s, whose clean-up neither ran nor was dismissed."
                                .formatted(names.task(task), names.object(left)));
            }
        }
    }

    private void release(int step, int task, int object) {
        int before = held.get(object);
        held.put(object, GIVEN_BACK);
        if (running[task] != 0) {
            undoneByAction.put(object, step);
        }
        if (cleaning[task] != 0) {
            undoneByScope.put(object, step);
        }
        if (before == HELD) {
            return;
        }
        boolean again = before == GIVEN_BACK;
        boolean action = again && undoneByAction.get(object) != 0;
        boolean scope = again && undoneByScope.get(object) != 0;
        RuleId rule = action ? R11 : scope ? R18 : contexts.place(task) == Contexts.Place.PROBE ? R9 : R10;
        String how = action
                ? "%s was released again by %s: an action undoes it too."
                : scope
                        ? "%s was released again by %s: a scope guard undoes it too."
                        : "%s was released by %s though it was not held.";
        findings.add(rule, step, names -> how.formatted(names.object(object), names.task(task)));
    }
}

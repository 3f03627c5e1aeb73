package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R10;
import static dev.yank.model.trace.RuleIds.R11;
import static dev.yank.model.trace.RuleIds.R13;
import static dev.yank.model.trace.RuleIds.R25;
import static dev.yank.model.trace.RuleIds.R28;
import static dev.yank.model.trace.RuleIds.R9;

/// Acquiring in probe and giving back: a failed probe (R9), devres (R10), drvdata (R13), registrations
/// (R25) and resources (R28) at unbind.
final class ProbeJudge {

    private static final int HELD = 1;

    /// What was acquired is but memory.
    private static final int MEMORY = 1;

    /// Others come to call the driver by it.
    private static final int REGISTRATION = 2;

    private final Contexts contexts;
    private final Findings findings;
    private final UndoJudge undo;
    private final IntTable held = new IntTable();
    private final IntTable natures = new IntTable();
    private final IntTable acquiredFor = new IntTable();
    private final IntTable managedBy = new IntTable();
    private final IntTable failed = new IntTable();

    ProbeJudge(Contexts contexts, Findings findings, UndoJudge undo) {
        this.contexts = contexts;
        this.findings = findings;
        this.undo = undo;
    }

    void clear() {
        held.clear();
        natures.clear();
        acquiredFor.clear();
        managedBy.clear();
        failed.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case ALLOC -> acquiredFor.put(object, probed(task));
            case ACQUIRE -> {
                held.put(object, HELD);
                natures.put(object, detail);
                acquiredFor.put(object, probed(task));
            }
            case RELEASE -> release(step, object);
            case DEVRES_ADD -> managedBy.put(object, detail);
            case DEVRES_RELEASE -> {
                findings.witness(R10);
                managedBy.put(object, 0);
            }
            case PROBE_UNWOUND -> unwound(step, object);
            case UNBOUND -> unbound(step, object);
            case DRVDATA_GET -> borrow(step, task, object, detail);
            default -> {}
        }
    }

    /// The device that the task is probing, or 0.
    private int probed(int task) {
        return contexts.place(task) == Contexts.Place.PROBE ? contexts.object(task) : 0;
    }

    private void release(int step, int object) {
        held.put(object, 0);
        if (managedBy.get(object) != 0) {
            findings.add(
                    R10,
                    step,
                    names -> "%s was released by hand although devres is in charge of it and will release it again."
                            .formatted(names.object(object)));
        }
    }

    /// What is not memory must be back at once. Memory may be counted, and held by an open that came in while
    /// the node was live; whether it is freed in the end is for [#leftOver] to say.
    private void unwound(int step, int device) {
        findings.witness(R9);
        failed.put(device, step);
        for (int object = 0; object < held.end(); object++) {
            if (acquiredFor.get(object) == device && held.get(object) == HELD && natures.get(object) != MEMORY) {
                int left = object;
                failedAndLeft(step, device, left, "%s is still held");
                return;
            }
        }
    }

    /// Blames a failed probe for what it acquired and is still there when nobody is left.
    ///
    /// @return whether it is to blame
    boolean leftOver(int step, int object) {
        int device = acquiredFor.get(object);
        if (failed.get(device) == 0) {
            return false;
        }
        failedAndLeft(step, device, object, "%s is still there when nobody is left");
        return true;
    }

    /// Blames what a failed probe left: on the action that should have undone it, where one was refused and
    /// never ran (R11), else on the unwinding (R9).
    private void failedAndLeft(int step, int device, int object, String what) {
        int refused = undo.refusedFor(device);
        findings.add(
                refused != 0 ? R11 : R9,
                step,
                names -> "The probe of %s failed but %s%s."
                        .formatted(
                                names.object(device),
                                what.formatted(names.object(object)),
                                refused == 0
                                        ? ""
                                        : ": the action that devres refused in step " + refused + " never ran"));
    }

    private void unbound(int step, int device) {
        findings.witness(R28);
        for (int object = 0; object < held.end(); object++) {
            if (held.get(object) != HELD || acquiredFor.get(object) != device) {
                continue;
            }
            int left = object;
            int manager = managedBy.get(object);
            if (manager == 0 && natures.get(object) == MEMORY) {
                continue;
            }
            if (manager != 0 && manager != device) {
                findings.add(
                        R10,
                        step,
                        names -> "%s is managed by %s, not by %s, so unbinding did not release it."
                                .formatted(names.object(left), names.object(manager), names.object(device)));
            } else if (natures.get(object) == REGISTRATION) {
                findings.add(
                        R25,
                        step,
                        names -> "%s still leads into the driver although %s is unbound."
                                .formatted(names.object(left), names.object(device)));
            } else {
                findings.add(
                        R28,
                        step,
                        names -> "%s is still held although %s is unbound."
                                .formatted(names.object(left), names.object(device)));
            }
            return;
        }
    }

    /// Some resource that was not given back, or 0.
    int anyHeld() {
        for (int object = 0; object < held.end(); object++) {
            if (held.get(object) == HELD) {
                return object;
            }
        }
        return 0;
    }

    private void borrow(int step, int task, int device, int state) {
        findings.witness(R13);
        if (state == DrvdataState.UNSET.ordinal()) {
            findings.add(
                    R13,
                    step,
                    names -> "%s borrowed the drvdata of %s before it was set."
                            .formatted(names.task(task), names.object(device)));
        } else if (state == DrvdataState.CLEARED.ordinal()) {
            findings.add(
                    R13,
                    step,
                    names -> "%s borrowed the drvdata of %s after it was cleared."
                            .formatted(names.task(task), names.object(device)));
        } else if (state == DrvdataState.GONE.ordinal()) {
            findings.add(
                    R13,
                    step,
                    names -> "%s borrowed the drvdata of %s after it was unbound."
                            .formatted(names.task(task), names.object(device)));
        }
    }
}

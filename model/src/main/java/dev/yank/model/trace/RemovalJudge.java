package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R19;
import static dev.yank.model.trace.RuleIds.R20;
import static dev.yank.model.trace.RuleIds.R21;
import static dev.yank.model.trace.RuleIds.R23;
import static dev.yank.model.trace.RuleIds.R24;
import static dev.yank.model.trace.RuleIds.R25;
import static dev.yank.model.trace.RuleIds.R32;
import static dev.yank.model.trace.RuleIds.R33;
import static dev.yank.model.trace.RuleIds.R36;
import static dev.yank.model.trace.RuleIds.R37;
import static dev.yank.model.trace.RuleIds.R41;

import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RemoveWaitsFor;
import dev.yank.model.rule.RuleId;

/// What must not happen once remove has returned: device I/O (R23, R33, R21), live answers (R20, R32); and
/// release exactly once for every file (R19).
///
/// Device I/O after remove is blamed on release where release did it (R33), on a remove that did not wait
/// where the operation had begun before remove returned (R21; R36 where remove promises to wait for nothing),
/// on an upper layer that was not unregistered first (R25), on whoever did not stop it where it was asynchronous
/// (R24), and on the caller otherwise (R23). A live answer of a handle that was dead before breaks R37.
final class RemovalJudge {

    private final Contexts contexts;
    private final Findings findings;
    private final Policy policy;
    private final DeadAnswers deadAnswers;
    private final HandleJudge handles;

    private final IntTable lastPut = new IntTable();
    private final IntTable released = new IntTable();

    RemovalJudge(Contexts contexts, Findings findings, Policy policy, HandleJudge handles) {
        this.handles = handles;
        this.contexts = contexts;
        this.findings = findings;
        this.policy = policy;
        this.deadAnswers = new DeadAnswers(policy);
    }

    void clear() {
        lastPut.clear();
        released.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case IO_READ, IO_WRITE -> {
                if (contexts.unbound(object) != 0) {
                    io(step, task, object);
                }
            }
            case IO_UNMAPPED -> io(step, task, object);
            case IO_UNPOWERED -> unpowered(step, task, object);
            case OPERATION_ENTER -> enter(step, task, object, EntryPoint.of(detail));
            case OPERATION_EXIT -> exit(step, task, object, detail);
            case REMOVE_ENTER -> {
                findings.witness(R23);
            }
            case FILE_LAST_PUT -> lastPut.put(object, step);
            default -> {}
        }
    }

    private void io(int step, int task, int device) {
        RuleId rule = blame(task, device);
        String how = switch (rule.text()) {
            case "R25" ->
                "%s did device I/O on %s in what an upper layer had called, after the registers were given back.";
            case "R33" -> "%s did device I/O on %s in release, after the device was gone.";
            case "R36" -> "%s used the registers of %s without a guard after remove had returned.";
            case "R21" -> "%s did device I/O on %s after remove had returned: remove did not wait for the operation.";
            case "R24" -> "%s, which nobody had stopped, did device I/O on %s after its registers had been given back.";
            default -> "%s did device I/O on %s after remove had returned.";
        };
        findings.add(rule, step, names -> how.formatted(names.task(task), names.object(device)));
    }

    /// What a handler uses is given back, power included, only after the handler is stopped.
    private void unpowered(int step, int task, int device) {
        if (contexts.isAsleep(device)) {
            findings.add(
                    R41,
                    step,
                    names ->
                            "%s accessed %s while it was suspended.".formatted(names.task(task), names.object(device)));
            return;
        }
        boolean async = contexts.place(task) == Contexts.Place.ASYNC;
        findings.add(
                async ? R24 : R23,
                step,
                names -> "%s accessed %s, which was switched off%s."
                        .formatted(
                                names.task(task),
                                names.object(device),
                                async ? " while its handler could still run" : ""));
    }

    private RuleId blame(int task, int device) {
        if (contexts.isInCallback(task)) {
            return R25;
        }
        if (contexts.isIn(task, EntryPoint.RELEASE)) {
            return R33;
        }
        if (contexts.place(task) == Contexts.Place.ASYNC) {
            return R24;
        }
        if (!contexts.enteredBeforeUnbound(task, device)) {
            return R23;
        }
        return policy.removeWaitsFor() == RemoveWaitsFor.NOTHING ? R36 : R21;
    }

    private void enter(int step, int task, int file, EntryPoint entryPoint) {
        if (entryPoint != EntryPoint.RELEASE) {
            return;
        }
        findings.witness(R19);
        if (contexts.unbound(contexts.device(task)) != 0) {
            findings.witness(R33);
        }
        if (released.get(file) != 0) {
            int before = released.get(file);
            findings.add(
                    R19,
                    step,
                    names -> "release ran a second time for %s (the first time in step %d)."
                            .formatted(names.object(file), before));
        } else if (lastPut.get(file) == 0) {
            findings.add(
                    R19, step, names -> "release ran for %s while it was still open.".formatted(names.object(file)));
        }
        released.put(file, step);
    }

    private void exit(int step, int task, int file, int result) {
        int device = contexts.device(task);
        int removeEntered = contexts.removeEntered(device);
        if (removeEntered == 0 || contexts.place(task) != Contexts.Place.OPERATION) {
            return;
        }
        if (contexts.entered(task) < removeEntered) {
            findings.witness(R21);
        }
        int unbound = contexts.unbound(device);
        if (unbound == 0 || contexts.began(task) < unbound) {
            return;
        }
        EntryPoint entryPoint = contexts.entryPoint(task);
        RuleId rule = entryPoint == EntryPoint.POLL ? R32 : R20;
        findings.witness(rule);
        if (deadAnswers.allow(entryPoint, result)) {
            if (result < 0) {
                handles.toldDead(step, file);
            }
            return;
        }
        int sawDead = handles.sawDead(file);
        findings.add(
                sawDead == 0 ? rule : R37,
                step,
                names -> "%s began on %s after remove had returned and answered %d instead of %s%s."
                        .formatted(
                                entryPoint.callback(),
                                names.object(file),
                                result,
                                deadAnswers.expected(entryPoint),
                                sawDead == 0
                                        ? ""
                                        : ", though it had been told in step " + sawDead + " that it is dead"));
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R21;
import static dev.yank.model.trace.RuleIds.R24;
import static dev.yank.model.trace.RuleIds.R25;
import static dev.yank.model.trace.RuleIds.R34;
import static dev.yank.model.trace.RuleIds.R36;
import static dev.yank.model.trace.RuleIds.R42;
import static dev.yank.model.trace.RuleIds.R43;
import static dev.yank.model.trace.RuleIds.R7;

import dev.yank.model.rule.RemoveWaitsFor;
import dev.yank.model.rule.RuleId;

/// Use after free and double free, each blamed on the rule whose breach made it possible.
///
/// The same access can be read in several ways, so the order is fixed: a callback of an upper layer breaks R25, and
/// who had looked the memory up without pinning it R42; an asynchronous callback breaks R24; a
/// task that frees and then touches in one callback breaks R7; a file operation that reaches the freed memory
/// as the private data of its file, or at release, breaks R34; one that reaches memory of the device's
/// lifetime through memory of the file's lifetime breaks R21 where remove should have waited for it, and R36
/// where the policy lets remove wait for nothing. Where the device has lied before, it is the lie that was believed
/// (R43).
final class MemoryJudge {

    private static final int LIVE = 1;
    private static final int FREED = 2;

    /// In place of the task that freed: unbinding did.
    private static final int UNBINDING = -1;

    private final Contexts contexts;
    private final Findings findings;
    private final RemoveWaitsFor removeWaitsFor;
    private final LifetimeJudge ledgers;

    private final IntTable states = new IntTable();
    private final IntTable lifetimes = new IntTable();
    private final IntTable freedAt = new IntTable();
    private final IntTable freedBy = new IntTable();
    private final IntTable privateData = new IntTable();

    MemoryJudge(Contexts contexts, Findings findings, RemoveWaitsFor removeWaitsFor, LifetimeJudge ledgers) {
        this.ledgers = ledgers;
        this.contexts = contexts;
        this.findings = findings;
        this.removeWaitsFor = removeWaitsFor;
    }

    void clear() {
        states.clear();
        lifetimes.clear();
        freedAt.clear();
        freedBy.clear();
        privateData.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case ALLOC -> {
                states.put(object, LIVE);
                lifetimes.put(object, detail);
            }
            case FREE -> free(step, task, object);
            case FILE_DATA -> privateData.put(object, detail);
            case FREED_WHILE_ARMED ->
                findings.add(
                        R24, step, names -> "%s was freed while it could still run.".formatted(names.object(object)));
            case OUTLIVED ->
                findings.add(
                        R24,
                        step,
                        names -> "%s stopped an interrupt whose handler uses %s, which was freed in step %d."
                                .formatted(names.task(task), names.object(object), freedAt.get(object)));
            default -> {}
        }
    }

    /// Somebody reads, writes or uses memory.
    void access(int step, int task, int object) {
        if (states.get(object) == FREED) {
            accuse(step, task, object);
        } else if (contexts.place(task) == Contexts.Place.OPERATION) {
            witness(task, object);
        }
    }

    private void witness(int task, int object) {
        findings.witness(R7);
        int device = contexts.device(task);
        if (contexts.unbound(device) != 0) {
            findings.witness(R34);
        }
        if (lifetimes.get(object) != 0) {
            findings.witness(R36);
        }
    }

    private void free(int step, int task, int object) {
        if (states.get(object) == FREED) {
            int before = freedAt.get(object);
            findings.add(
                    R7,
                    step,
                    names -> "%s was freed a second time (the first time in step %d)."
                            .formatted(names.object(object), before));
            return;
        }
        states.put(object, FREED);
        freedAt.put(object, step);
        freedBy.put(object, contexts.place(task) == Contexts.Place.REMOVE ? UNBINDING : task + 1);
    }

    private void accuse(int step, int task, int object) {
        int freed = freedAt.get(object);
        RuleId rule = blame(task, object);
        String how = switch (rule.text()) {
            case "R25" -> "%s was used by %s, in what an upper layer had called, after it was freed in step %d.";
            case "R42" -> "%s was looked up and not pinned by %s, which used it after it was freed in step %d.";
            case "R43" -> "%s was used by %s, because the device said so, after it was freed in step %d.";
            case "R24" -> "%s was used by %s, which nobody had stopped, after it was freed in step %d.";
            case "R7" -> "%s was used by %s after its own last reference was gone: it was freed in step %d.";
            case "R21" ->
                "%s was used by %s, whose operation remove had not waited for, after it was freed in step %d.";
            case "R36" ->
                "%s, which lives as long as the device is bound, was used without a guard by %s after it was freed in"
                        + " step %d.";
            default -> "%s, which an open file still reaches, was used by %s after it was freed in step %d.";
        };
        findings.add(rule, step, names -> how.formatted(names.object(object), names.task(task), freed));
    }

    private RuleId blame(int task, int object) {
        if (contexts.hasLied()) {
            return R43;
        }
        Contexts.Place place = contexts.place(task);
        if (contexts.isInCallback(task)) {
            return R25;
        }
        if (ledgers.isFoundUnpinned(task, object, freedAt.get(object))) {
            return R42;
        }
        if (place == Contexts.Place.ASYNC) {
            return R24;
        }
        if (place == Contexts.Place.OUTSIDE) {
            return freedBy.get(object) == task + 1 ? R7 : R34;
        }
        if (freedBy.get(object) == task + 1 && freedAt.get(object) >= contexts.entered(task)) {
            return R7;
        }
        if (place != Contexts.Place.OPERATION) {
            return R7;
        }
        boolean direct = privateData.get(contexts.object(task)) == object;
        if (direct || contexts.isIn(task, EntryPoint.RELEASE) || lifetimes.get(object) == 0) {
            return R34;
        }
        boolean shouldHaveWaited =
                removeWaitsFor != RemoveWaitsFor.NOTHING && contexts.enteredBeforeUnbound(task, lifetimes.get(object));
        return shouldHaveWaited ? R21 : R36;
    }

    /// Some memory that was not freed, or 0.
    int anyLive() {
        for (int object = 0; object < states.end(); object++) {
            if (states.get(object) == LIVE) {
                return object;
            }
        }
        return 0;
    }
}

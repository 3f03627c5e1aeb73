package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.K1;
import static dev.yank.model.trace.RuleIds.R12;
import static dev.yank.model.trace.RuleIds.R21;
import static dev.yank.model.trace.RuleIds.R22;
import static dev.yank.model.trace.RuleIds.R24;
import static dev.yank.model.trace.RuleIds.R29;
import static dev.yank.model.trace.RuleIds.R36;
import static dev.yank.model.trace.RuleIds.R41;
import static dev.yank.model.trace.RuleIds.R43;
import static dev.yank.model.trace.RuleIds.R44;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.RemoveWaitsFor;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Tasks that can never go on: a remove that does not return (R29), a sleeper that nobody woke (R22), suspend
/// or resume (R41), an endless loop, on a device that is gone (R44) or not (R29); and the context rules of the kernel
/// (K1).
final class LivenessJudge {

    /// So often must others have come to an end for a task that goes round to be called starved.
    private static final int MANY_TURNS = 16;

    private final Contexts contexts;
    private final Findings findings;
    private final RemoveWaitsFor removeWaitsFor;
    private final WaitsFor waitsFor;
    private final HandleJudge handles;

    /// The tasks that run on when the execution is given up.
    private final List<Integer> spinners = new ArrayList<>();

    /// How often a callback has come to its end.
    @Var
    private int ends;

    private final IntTable endsAtEntry = new IntTable();

    LivenessJudge(
            Contexts contexts,
            Findings findings,
            RemoveWaitsFor removeWaitsFor,
            WaitsFor waitsFor,
            HandleJudge handles) {
        this.handles = handles;
        this.waitsFor = waitsFor;
        this.removeWaitsFor = removeWaitsFor;
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        if (!spinners.isEmpty()) {
            spinners.clear();
        }
        ends = 0;
        endsAtEntry.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail, String note) {
        switch (kind) {
            case STUCK -> {
                waitsFor.stuck(task, object, detail, note);
                stuck(step, task, detail, note);
            }
            case SPINNING -> spinning(step, task, detail, note);
            case BLOCK -> {
                if (contexts.place(task) == Contexts.Place.REMOVE) {
                    findings.witness(R29);
                }
            }
            case REMOVE_EXIT -> findings.witness(R29);
            case LOCK -> findings.witness(K1);
            case ASYNC_ENTER -> {
                findings.witness(R24);
                endsAtEntry.put(task, ends);
            }
            case ASYNC_EXIT, PROBE_EXIT -> ends++;
            case OPERATION_ENTER, PROBE_ENTER, REMOVE_ENTER -> endsAtEntry.put(task, ends);
            case OPERATION_EXIT -> {
                ends++;
                if (contexts.place(task) == Contexts.Place.OPERATION
                        && contexts.entryPoint(task) == EntryPoint.RESUME) {
                    findings.witness(R41);
                }
            }
            case WAKE -> {
                if (contexts.place(task) == Contexts.Place.REMOVE) {
                    findings.witness(R22);
                }
            }
            case GONE -> findings.witness(R44);
            case OOPS -> oops(step, task, note);
            case SLEEP_IN_ATOMIC ->
                findings.add(K1, step, names -> "%s slept in atomic context: %s.".formatted(names.task(task), note));
            case MISUSE -> findings.add(K1, step, names -> "%s: %s.".formatted(names.task(task), note));
            default -> {}
        }
    }

    /// A null pointer is what many drivers leave behind to say that the device is gone, so an oops of an
    /// operation that met removal is blamed like an access to what remove freed. Where probe has not come to an
    /// end yet, it is what probe has not set.
    private void oops(int step, int task, String note) {
        if (handles.oops(step, task, note)) {
            return;
        }
        if (contexts.hasLied()) {
            findings.add(
                    R43, step, names -> "%s oopsed, because the device said so: %s.".formatted(names.task(task), note));
            return;
        }
        int device = contexts.device(task);
        boolean early = switch (contexts.place(task)) {
            case OPERATION -> contexts.isProbed(device);
            case ASYNC -> contexts.isAnyProbed();
            case PROBE, REMOVE, OUTSIDE -> false;
        };
        if (early) {
            findings.add(R12, step, names -> "%s oopsed before probe had ended: %s.".formatted(names.task(task), note));
            return;
        }
        boolean removing = contexts.place(task) == Contexts.Place.OPERATION && contexts.removeEntered(device) != 0;
        boolean shouldHaveWaited = removeWaitsFor != RemoveWaitsFor.NOTHING
                && (contexts.unbound(device) == 0 || contexts.enteredBeforeUnbound(task, device));
        RuleId rule =
                contexts.place(task) == Contexts.Place.ASYNC ? R24 : removing ? (shouldHaveWaited ? R21 : R36) : K1;
        findings.add(rule, step, names -> "%s oopsed: %s.".formatted(names.task(task), note));
    }

    /// Tasks that are stuck are stuck on account of each other, so the cause is put first: a suspend or
    /// resume, which holds the lock of the device; then a remove that waits for a lock or guard, for whoever
    /// holds that cannot be woken any more; then an operation; then a remove that waits for operations.
    ///
    /// @param asleep 1 where the task sleeps until another wakes it, and not until another leaves a lock or
    /// guard
    private void stuck(int step, int task, int asleep, String what) {
        switch (contexts.place(task)) {
            case REMOVE ->
                findings.add(
                        R29,
                        step,
                        asleep == 1 ? 3 : 1,
                        names -> "remove never returns: %s waits for %s.".formatted(names.task(task), what)
                                + waitsFor.explain(task, names));
            case OPERATION -> {
                EntryPoint entryPoint = contexts.entryPoint(task);
                boolean power = entryPoint == EntryPoint.SUSPEND || entryPoint == EntryPoint.RESUME;
                boolean removed = contexts.removeEntered(contexts.device(task)) != 0;
                findings.add(
                        power ? R41 : removed ? R22 : R29,
                        step,
                        power ? 0 : 2,
                        names -> "%s never returns from %s: it waits for %s."
                                        .formatted(names.task(task), entryPoint.callback(), what)
                                + waitsFor.explain(task, names));
            }
            case PROBE, ASYNC, OUTSIDE ->
                findings.add(
                        contexts.place(task) == Contexts.Place.ASYNC && asleep == 1 ? R24 : R29,
                        step,
                        4,
                        names -> "%s can never go on: it waits for %s.".formatted(names.task(task), what)
                                + waitsFor.explain(task, names));
        }
    }

    private void spinning(int step, int task, int device, String where) {
        spinners.add(task);
        int turns = ends - endsAtEntry.get(task);
        boolean gone = device != 0 && contexts.isGone(device);
        boolean lied = contexts.hasLied();
        findings.add(
                gone ? R44 : lied ? R43 : R29,
                step,
                names -> gone || lied
                        ? "%s spins for ever on a device that %s: %s."
                                .formatted(names.task(task), gone ? "is gone" : "lies", where)
                        : "%s spins for ever: %s.".formatted(names.task(task), where) + company(turns, names));
    }

    /// Several that run on hinder each other; one alone, while others come to their ends, never gets its turn.
    private String company(int turns, TraceNames names) {
        if (spinners.size() > 1) {
            String all = spinners.stream().map(names::task).collect(Collectors.joining(" and "));
            return " Livelock: %s run on, and none of them gets anywhere.".formatted(all);
        }
        return turns < MANY_TURNS
                ? ""
                : " Starvation: others came to an end %d times, and it never got its turn.".formatted(turns);
    }
}

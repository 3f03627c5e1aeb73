package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R1;
import static dev.yank.model.trace.RuleIds.R2;
import static dev.yank.model.trace.RuleIds.R5;
import static dev.yank.model.trace.RuleIds.R6;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Reference counts: from zero (R1), below zero (R2), changed by a failed open (R6), as resources are, left over at the
/// end
/// (R5).
final class CountingJudge {

    private static final int FIRST_TASKS = 16;

    /// What one task did to counts and memory since it entered open.
    private static final class Ledger {
        final IntTable net = new IntTable();

        /// What it acquired and has not released.
        final IntTable resources = new IntTable();

        @Var
        boolean open;

        /// Whether the task freed memory that was there before: then it held the last reference, and what the
        /// object held in turn was rightly given back.
        @Var
        boolean buried;
    }

    private final Contexts contexts;
    private final Findings findings;

    @Var
    private Ledger[] ledgers = new Ledger[0];

    CountingJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
        grow(FIRST_TASKS);
    }

    private void grow(int tasks) {
        int before = ledgers.length;
        ledgers = Arrays.copyOf(ledgers, tasks);
        for (int task = before; task < tasks; task++) {
            ledgers[task] = new Ledger();
        }
    }

    private Ledger ledger(int task) {
        if (task >= ledgers.length) {
            grow(2 * task);
        }
        return ledgers[task];
    }

    void clear() {
        for (Ledger ledger : ledgers) {
            ledger.open = false;
        }
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case REF_INC -> increment(step, task, object, detail);
            case REF_INC_NOT_ZERO -> {
                findings.witness(R1);
                change(task, object, detail == 0 ? 0 : 1);
            }
            case SATURATED -> saturated(step, task, object);
            case REF_DEC -> decrement(step, task, object, detail);
            case ALLOC -> change(task, object, 1);
            case FREE -> free(task, object);
            case ACQUIRE -> resource(task, object, 1);
            case RELEASE -> resource(task, object, -1);
            case OPERATION_ENTER -> {
                if (EntryPoint.of(detail) == EntryPoint.OPEN) {
                    Ledger ledger = ledger(task);
                    ledger.net.clear();
                    ledger.resources.clear();
                    ledger.open = true;
                    ledger.buried = false;
                }
            }
            case OPERATION_EXIT -> leave(step, task, detail);
            case LEAKED ->
                findings.add(
                        R5,
                        step,
                        names -> "%s is still there though files are closed, device and driver gone."
                                .formatted(names.object(object)));
            default -> {}
        }
    }

    private void increment(int step, int task, int object, int before) {
        findings.witness(R1);
        findings.witness(R2);
        change(task, object, 1);
        if (before <= 0) {
            findings.add(
                    R1,
                    step,
                    names -> "%s went from %d to %d in %s."
                            .formatted(names.object(object), before, before + 1, names.task(task)));
        }
    }

    /// A count that is full does not wrap around: it stays where it is from then on, and never comes to zero.
    private void saturated(int step, int task, int object) {
        findings.add(
                R5,
                step,
                names -> "%s saturated in %s: it never comes back to zero, so what it counts is never freed."
                        .formatted(names.object(object), names.task(task)));
    }

    private void decrement(int step, int task, int object, int before) {
        findings.witness(R2);
        change(task, object, -1);
        if (before <= 0) {
            findings.add(
                    R2,
                    step,
                    names -> "%s was decremented by %s though it was %d: one put too many."
                            .formatted(names.object(object), names.task(task), before));
        }
    }

    private void change(int task, int object, int by) {
        Ledger ledger = ledger(task);
        if (ledger.open) {
            ledger.net.put(object, ledger.net.get(object) + by);
        }
    }

    private void resource(int task, int object, int by) {
        Ledger ledger = ledger(task);
        if (ledger.open) {
            ledger.resources.put(object, Math.max(0, ledger.resources.get(object) + by));
        }
    }

    private void free(int task, int object) {
        Ledger ledger = ledger(task);
        if (ledger.open && ledger.net.get(object) > 0) {
            change(task, object, -1);
        } else {
            ledger.buried = true;
        }
    }

    private void leave(int step, int task, int result) {
        Ledger ledger = ledger(task);
        if (!ledger.open || !contexts.isIn(task, EntryPoint.OPEN)) {
            return;
        }
        ledger.open = false;
        if (result >= 0) {
            return;
        }
        findings.witness(R6);
        for (int object = 0; object < ledger.net.end(); object++) {
            int left = ledger.net.get(object);
            if (left > 0 || (left < 0 && !ledger.buried)) {
                int changed = object;
                findings.add(
                        R6,
                        step,
                        names -> "An open that failed with %d left %s changed by %+d."
                                .formatted(result, names.object(changed), left));
                return;
            }
        }
        if (contexts.removeEntered(contexts.device(task)) == 0) {
            keptResource(step, task, result, ledger);
        }
    }

    /// Where the device is being removed, devres may be about to release what the open has not.
    private void keptResource(int step, int task, int result, Ledger ledger) {
        for (int object = 0; object < ledger.resources.end(); object++) {
            if (ledger.resources.get(object) > 0) {
                int kept = object;
                findings.add(
                        R6,
                        step,
                        names -> "An open of %s that failed with %d kept %s."
                                .formatted(names.task(task), result, names.object(kept)));
                return;
            }
        }
    }
}

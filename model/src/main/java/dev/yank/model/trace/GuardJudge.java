package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R26;
import static dev.yank.model.trace.RuleIds.R27;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What is guarded: who has got at memory under a guard uses it under that guard only, and it is not freed while
/// they hold the guard (R26); and of several who withdraw one resource, unbinding does not end before the resource
/// is dropped, whoever does it (R27).
///
/// Who comes to the same memory by another way, as an interrupt handler does that is freed before, needs no guard.
final class GuardJudge {

    /// Read-side critical sections that somebody is inside of, in no particular order.
    private static final int MOST = 64;

    private final Findings findings;

    private final int[] tasks = new int[MOST];
    private final int[] guards = new int[MOST];
    private final int[] reached = new int[MOST];

    @Var
    private int sections;

    private final IntTable guardOf = new IntTable();

    /// By task, what it got at in this callback under a guard that it has given back.
    private final IntTable stale = new IntTable();

    /// By revocable resource, the task that drops it, plus 1.
    private final IntTable dropping = new IntTable();

    /// By task, the resource that another had withdrawn when it came to do so.
    private final IntTable lostTo = new IntTable();

    private final IntTable withdrawn = new IntTable();

    GuardJudge(Findings findings) {
        this.findings = findings;
    }

    void clear() {
        sections = 0;
        Arrays.fill(reached, 0);
        guardOf.clear();
        stale.clear();
        dropping.clear();
        lostTo.clear();
        withdrawn.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case GUARD_ENTER -> enter(task, object);
            case GUARD_EXIT -> exit(task, object);
            case DEREFERENCED -> dereferenced(task, object, detail);
            case FREE -> freed(step, task, object);
            case WRONG_GUARD ->
                findings.add(
                        R26,
                        step,
                        names -> "%s gave back a guard that it was not given: %s goes on waiting for the one it had."
                                .formatted(names.task(task), names.object(object)));
            case STALE_GUARD ->
                findings.add(
                        R26,
                        step,
                        names -> "%s used what it had got from %s after it had given that back."
                                .formatted(names.task(task), names.object(object)));
            case WITHDRAWN -> withdrawn(step, task, object, detail);
            case DROP_BEGIN -> dropping.put(object, task + 1);
            case DROP_END -> dropping.put(object, 0);
            case OPERATION_EXIT, ASYNC_EXIT -> stale.put(task, 0);
            case UNBOUND -> unbound(step, task, object);
            default -> {}
        }
    }

    /// Memory is accessed.
    void accessed(int step, int task, int memory) {
        if (memory != 0 && stale.get(task) == memory && sectionOf(task, guardOf.get(memory)) < 0) {
            findings.add(
                    R26,
                    step,
                    names -> "%s used %s after it had given back %s, which guards it."
                            .formatted(names.task(task), names.object(memory), names.object(guardOf.get(memory))));
        }
    }

    private void enter(int task, int guard) {
        if (sections < MOST) {
            tasks[sections] = task;
            guards[sections] = guard;
            reached[sections++] = 0;
        }
    }

    private void exit(int task, int guard) {
        int section = sectionOf(task, guard);
        if (section >= 0) {
            if (reached[section] != 0) {
                stale.put(task, reached[section]);
            }
            sections--;
            tasks[section] = tasks[sections];
            guards[section] = guards[sections];
            reached[section] = reached[sections];
        }
    }

    private int sectionOf(int task, int guard) {
        for (@Var int section = sections - 1; section >= 0; section--) {
            if (tasks[section] == task && guards[section] == guard) {
                return section;
            }
        }
        return -1;
    }

    private void dereferenced(int task, int memory, int guard) {
        findings.witness(R26);
        guardOf.put(memory, guard);
        int section = sectionOf(task, guard);
        if (section >= 0) {
            reached[section] = memory;
        }
    }

    private void freed(int step, int task, int memory) {
        if (guardOf.get(memory) == 0) {
            return;
        }
        guardOf.put(memory, 0);
        for (int section = 0; section < sections; section++) {
            if (reached[section] == memory) {
                int holder = tasks[section];
                findings.add(
                        R26,
                        step,
                        names -> "%s was freed by %s while %s still held the guard under which it had got it."
                                .formatted(names.object(memory), names.task(task), names.task(holder)));
                return;
            }
        }
    }

    private void withdrawn(int step, int task, int resource, int byThisCall) {
        if (byThisCall == 0) {
            findings.witness(R27);
            lostTo.put(task, resource);
            return;
        }
        int before = withdrawn.get(resource);
        withdrawn.put(resource, step);
        if (before != 0) {
            findings.add(
                    R27,
                    step,
                    names -> "%s was told that it withdrew %s, and so was another in step %d."
                            .formatted(names.task(task), names.object(resource), before));
        }
    }

    private void unbound(int step, int task, int device) {
        int resource = lostTo.get(task);
        lostTo.put(task, 0);
        if (resource != 0 && dropping.get(resource) != 0) {
            int other = dropping.get(resource) - 1;
            findings.add(
                    R27,
                    step,
                    names -> "%s was unbound while %s was still dropping %s."
                            .formatted(names.object(device), names.task(other), names.object(resource)));
        }
    }
}

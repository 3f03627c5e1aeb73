package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R35;
import static dev.yank.model.trace.RuleIds.R38;
import static dev.yank.model.trace.RuleIds.R39;
import static dev.yank.model.trace.RuleIds.R42;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// Who must outlive whom: what several interfaces share outlives them all (R35), a parent its children (R38), what a
/// cdev lies in the cdev, and what is bound the files (R39); and what can be looked up is freed only once it cannot
/// be found any more (R42).
///
/// By ledgers of the kernel's own, whatever the counts of the driver say.
final class LifetimeJudge {

    private static final int FREED = 1;

    private final Contexts contexts;
    private final Findings findings;

    /// By memory, how many interfaces share it.
    private final IntTable members = new IntTable();

    /// Children and their parents, in turn.
    private final List<Integer> family = new ArrayList<>();

    private final IntTable states = new IntTable();

    /// By memory, the device whose private data it is.
    private final IntTable drvdataOf = new IntTable();

    /// By memory, how many tables it is in.
    private final IntTable listed = new IntTable();

    /// By task, what it found in a table, and when.
    private final IntTable found = new IntTable();

    private final IntTable foundAt = new IntTable();

    /// By device, how many of its files are open.
    private final IntTable open = new IntTable();

    LifetimeJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        members.clear();
        family.clear();
        states.clear();
        drvdataOf.clear();
        listed.clear();
        found.clear();
        foundAt.clear();
        open.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case GROUP_JOINED -> members.put(object, members.get(object) + 1);
            case GROUP_LEFT -> left(object);
            case CHILD_ADDED -> {
                family.add(object);
                family.add(detail);
            }
            case DRVDATA_SET -> {
                if (detail != 0) {
                    drvdataOf.put(detail, object);
                }
            }
            case LISTED -> listed.put(object, listed.get(object) + 1);
            case UNLISTED -> listed.put(object, listed.get(object) - 1);
            case FOUND -> {
                findings.witness(R42);
                found.put(task, object);
                foundAt.put(task, step);
            }
            case FILE_OPENED -> open.put(detail, open.get(detail) + 1);
            case FILE_LAST_PUT -> closed(object);
            case OPERATION_EXIT -> found.put(task, 0);
            case UNBOUND -> {
                if (open.get(object) > 0) {
                    findings.witness(R39);
                }
            }
            case FREED_WHILE_REFERENCED ->
                findings.add(
                        R39,
                        step,
                        names -> "What %s lies in was freed by %s while it was still referenced."
                                .formatted(names.object(object), names.task(task)));
            case FREE -> freed(step, task, object);
            default -> {}
        }
    }

    private void left(int object) {
        int rest = members.get(object) - 1;
        members.put(object, rest);
        if (rest > 0) {
            findings.witness(R35);
        }
    }

    private void closed(int file) {
        int device = contexts.deviceOf(file);
        open.put(device, open.get(device) - 1);
        if (contexts.removeEntered(device) == 0) {
            findings.witness(R39);
        }
    }

    private void freed(int step, int task, int memory) {
        states.put(memory, FREED);
        if (members.get(memory) > 0) {
            int rest = members.get(memory);
            findings.add(
                    R35,
                    step,
                    names -> "%s, which several interfaces share, was freed by %s while %d of them %s still there."
                            .formatted(names.object(memory), names.task(task), rest, rest == 1 ? "was" : "were"));
        }
        int child = childOf(memory);
        if (child != 0) {
            findings.add(
                    R38,
                    step,
                    names -> "%s was freed by %s before its child %s."
                            .formatted(names.object(memory), names.task(task), names.object(child)));
        }
        if (listed.get(memory) > 0) {
            findings.add(
                    R42,
                    step,
                    names -> "%s was freed by %s while others could still look it up."
                            .formatted(names.object(memory), names.task(task)));
        }
        int device = drvdataOf.get(memory);
        if (device != 0 && contexts.removeEntered(device) == 0 && contexts.isIn(task, EntryPoint.RELEASE)) {
            findings.add(
                    R39,
                    step,
                    names -> "%s was freed by the last close while %s was still bound."
                            .formatted(names.object(memory), names.object(device)));
        }
    }

    /// A child of the memory that was not freed before it, or 0. Where all were, the parent outlived them.
    private int childOf(int memory) {
        for (@Var int i = 0; i < family.size(); i += 2) {
            if (family.get(i + 1) == memory) {
                findings.witness(R38);
                if (states.get(family.get(i)) != FREED) {
                    return family.get(i);
                }
            }
        }
        return 0;
    }

    /// Whether the task found the memory in a table, and did not pin it, for it was freed afterwards.
    boolean isFoundUnpinned(int task, int memory, int freedAt) {
        return found.get(task) == memory && foundAt.get(task) < freedAt;
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R2;
import static dev.yank.model.trace.RuleIds.R3;
import static dev.yank.model.trace.RuleIds.R4;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.RuleId;
import java.util.Arrays;

/// Counted objects, by a ledger of the references that processes really have, whatever the counts of the driver
/// say: destroyed once, when nobody has a strong reference, and freed afterwards, when nobody has any (R4); never
/// given to anybody once destroyed (R3).
///
/// A destructor that runs too early because a count came to zero is blamed on the count (R2).
final class ObjectJudge {

    private static final int TASKS = 64;

    private final Findings findings;
    private final IntTable strong = new IntTable();
    private final IntTable weak = new IntTable();

    /// 1 for what had a strong reference, and must therefore be destroyed.
    private final IntTable counted = new IntTable();

    /// The step of the destructor.
    private final IntTable destroyed = new IntTable();

    /// What a task is dropping its weak reference to.
    private final int[] droppingWeak = new int[TASKS];

    /// Tasks whose last change of a count came to zero, as bits.
    @Var
    private long cameToZero;

    ObjectJudge(Findings findings) {
        this.findings = findings;
    }

    void clear() {
        strong.clear();
        weak.clear();
        counted.clear();
        destroyed.clear();
        Arrays.fill(droppingWeak, 0);
        cameToZero = 0;
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case REFERENCE_TAKEN -> taken(step, task, object, detail);
            case REFERENCE_DROPPED -> dropped(task, object, detail);
            case REFERENCE_GONE -> droppingWeak[task] = 0;
            case UPGRADED -> findings.witness(R3);
            case REF_DEC -> cameToZero = detail == 1 ? cameToZero | 1L << task : cameToZero & ~(1L << task);
            case REF_INC, REF_INC_NOT_ZERO -> cameToZero &= ~(1L << task);
            case DESTROY -> destroy(step, task, object);
            case FREE -> free(step, task, object);
            default -> {}
        }
    }

    private void taken(int step, int task, int object, int isStrong) {
        cameToZero &= ~(1L << task);
        if (isStrong == 0) {
            weak.put(object, weak.get(object) + 1);
            return;
        }
        strong.put(object, strong.get(object) + 1);
        counted.put(object, 1);
        int before = destroyed.get(object);
        if (before != 0) {
            findings.add(
                    R3,
                    step,
                    names -> "%s was given a strong reference to %s, which had been destroyed in step %d."
                            .formatted(names.task(task), names.object(object), before));
        }
    }

    private void dropped(int task, int object, int isStrong) {
        cameToZero &= ~(1L << task);
        if (isStrong == 0) {
            weak.put(object, weak.get(object) - 1);
            droppingWeak[task] = object;
        } else {
            strong.put(object, strong.get(object) - 1);
            droppingWeak[task] = 0;
        }
    }

    private void destroy(int step, int task, int object) {
        if (counted.get(object) == 0) {
            return;
        }
        findings.witness(R4);
        int before = destroyed.get(object);
        int holders = strong.get(object);
        destroyed.put(object, step);
        if (before != 0) {
            findings.add(
                    R4,
                    step,
                    names -> "%s was destroyed a second time (the first time in step %d)."
                            .formatted(names.object(object), before));
        } else if (holders > 0) {
            boolean byCount = (cameToZero & 1L << task) != 0;
            RuleId rule = byCount ? R2 : R4;
            findings.add(
                    rule,
                    step,
                    names -> "%s was destroyed by %s while %d strong %s left%s."
                            .formatted(
                                    names.object(object),
                                    names.task(task),
                                    holders,
                                    holders == 1 ? "reference is" : "references are",
                                    byCount ? ": its count came to zero" : ""));
        } else if (droppingWeak[task] == object) {
            findings.add(
                    R4,
                    step,
                    names -> "%s was destroyed only when a weak reference to it was dropped."
                            .formatted(names.object(object)));
        }
    }

    private void free(int step, int task, int object) {
        if (counted.get(object) != 0 && destroyed.get(object) == 0) {
            findings.add(
                    R4,
                    step,
                    names -> "%s was freed by %s without having been destroyed."
                            .formatted(names.object(object), names.task(task)));
            return;
        }
        int holders = weak.get(object) + strong.get(object);
        if (holders > 0) {
            findings.add(
                    R4,
                    step,
                    names -> "%s was freed by %s while %d %s to it %s left."
                            .formatted(
                                    names.object(object),
                                    names.task(task),
                                    holders,
                                    holders == 1 ? "reference" : "references",
                                    holders == 1 ? "is" : "are"));
        }
    }
}

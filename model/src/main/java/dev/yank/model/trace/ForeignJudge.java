package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R14;
import static dev.yank.model.trace.RuleIds.R15;
import static dev.yank.model.trace.RuleIds.R16;
import static dev.yank.model.trace.RuleIds.R17;

/// Objects in foreign hands: taken back once (R15), not while anybody borrows them (R16), and the same as they
/// were given away (R17); and that what is asked for by type or cookie is what was registered (R14).
final class ForeignJudge {

    private static final int GIVEN_AWAY = 1;
    private static final int TAKEN_BACK = 2;

    private final Findings findings;
    private final IntTable states = new IntTable();
    private final IntTable originals = new IntTable();
    private final IntTable shared = new IntTable();
    private final IntTable mutable = new IntTable();

    ForeignJudge(Findings findings) {
        this.findings = findings;
    }

    void clear() {
        states.clear();
        originals.clear();
        shared.clear();
        mutable.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail, String note) {
        switch (kind) {
            case INTO_FOREIGN -> given(step, task, object, detail);
            case FROM_FOREIGN -> taken(step, task, object, detail);
            case BORROW -> borrowed(step, task, object, detail);
            case BORROW_END -> {
                IntTable borrows = detail == 1 ? mutable : shared;
                borrows.put(object, borrows.get(object) - 1);
            }
            case TYPE_COMPARED -> compared(step, task, object, detail, note);
            case WRONG_TYPE ->
                findings.add(
                        R14,
                        step,
                        names -> "%s took an object for one of another type: %s.".formatted(names.task(task), note));
            case WRONG_COOKIE ->
                findings.add(
                        R14,
                        step,
                        names -> "%s called %s with a cookie that was not registered."
                                .formatted(names.task(task), note));
            default -> {}
        }
    }

    private void given(int step, int task, int pointer, int original) {
        findings.witness(R17);
        if (pointer == 0) {
            findings.add(
                    R17,
                    step,
                    names -> "%s gave ownership away and got null for it, which C takes for nothing."
                            .formatted(names.task(task)));
            return;
        }
        states.put(pointer, GIVEN_AWAY);
        originals.put(pointer, original);
    }

    private void taken(int step, int task, int pointer, int object) {
        findings.witness(R15);
        findings.witness(R17);
        int borrows = shared.get(pointer) + mutable.get(pointer);
        boolean again = states.get(pointer) == TAKEN_BACK;
        states.put(pointer, TAKEN_BACK);
        if (again) {
            findings.add(
                    R15, step, names -> "%s took back what had been taken back before.".formatted(names.task(task)));
        } else if (borrows > 0) {
            findings.add(
                    R16,
                    step,
                    names -> "%s took an object back while %d %s outstanding."
                            .formatted(names.task(task), borrows, borrows == 1 ? "borrow is" : "borrows are"));
        } else if (object != originals.get(pointer)) {
            findings.add(
                    R17, step, names -> "%s took back another object than was given away.".formatted(names.task(task)));
        }
    }

    private void borrowed(int step, int task, int pointer, int isMutable) {
        findings.witness(R16);
        boolean gone = states.get(pointer) == TAKEN_BACK;
        boolean excluded = mutable.get(pointer) > 0 || (isMutable == 1 && shared.get(pointer) > 0);
        IntTable borrows = isMutable == 1 ? mutable : shared;
        borrows.put(pointer, borrows.get(pointer) + 1);
        if (gone || excluded) {
            findings.add(
                    R16,
                    step,
                    names -> "%s borrowed an object %s"
                            .formatted(
                                    names.task(task),
                                    gone
                                            ? "that had been taken back."
                                            : isMutable == 1
                                                    ? "mutably while others borrowed it."
                                                    : "while another borrowed it mutably."));
        }
    }

    private void compared(int step, int task, int device, int same, String types) {
        findings.witness(R14);
        if (same == 0) {
            findings.add(
                    R14,
                    step,
                    names -> "%s asked %s for private data of another type than was set: %s."
                            .formatted(names.task(task), names.object(device), types));
        }
    }
}

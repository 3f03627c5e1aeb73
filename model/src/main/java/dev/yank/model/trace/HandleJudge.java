package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R31;
import static dev.yank.model.trace.RuleIds.R37;

/// What becomes of open files: an open that races with remove gives a whole handle or none (R31), and a handle that has
/// seen the device dead stays dead (R37).
///
/// That a handle which an open has won from remove is dead is for R20 to say, as for every other handle.
final class HandleJudge {

    private final Contexts contexts;
    private final Findings findings;

    /// By file, the step at which open gave it away while the device was being removed.
    private final IntTable gaveAway = new IntTable();

    /// By file, 1 where it has private data.
    private final IntTable hasData = new IntTable();

    /// By file, the step at which it was told that the device is gone.
    private final IntTable sawDead = new IntTable();

    HandleJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        gaveAway.clear();
        hasData.clear();
        sawDead.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail) {
        switch (kind) {
            case FILE_DATA -> hasData.put(object, detail == 0 ? 0 : 1);
            case REINITIALISED ->
                findings.add(
                        R37,
                        step,
                        names -> "%s was initialised for a new instance while an old handle still refers to it."
                                .formatted(names.object(object)));
            case OPERATION_EXIT -> {
                if (contexts.isIn(task, EntryPoint.OPEN) && contexts.removeEntered(contexts.device(task)) != 0) {
                    findings.witness(R31);
                    gaveAway.put(object, detail >= 0 ? step : 0);
                }
            }
            default -> {}
        }
    }

    /// A null pointer was met, by an operation.
    ///
    /// @return whether it was met because the handle is only half made, which was then found
    boolean oops(int step, int task, String note) {
        if (contexts.place(task) != Contexts.Place.OPERATION) {
            return false;
        }
        int file = contexts.object(task);
        int opened = gaveAway.get(file);
        if (opened == 0 || hasData.get(file) != 0) {
            return false;
        }
        findings.add(
                R31,
                step,
                names -> "open gave %s away in step %d, during removal, and had not initialised it: %s."
                        .formatted(names.object(file), opened, note));
        return true;
    }

    /// The file was told that the device is gone.
    void toldDead(int step, int file) {
        if (sawDead.get(file) == 0) {
            sawDead.put(file, step);
        } else {
            findings.witness(R37);
        }
    }

    /// When the file was told so first, or 0.
    int sawDead(int file) {
        return sawDead.get(file);
    }
}

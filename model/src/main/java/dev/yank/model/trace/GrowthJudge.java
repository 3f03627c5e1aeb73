package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R8;

import com.google.errorprone.annotations.Var;

/// No growth over bindings (R8): what a probe takes and only the unloading of the driver gives back was taken for
/// one binding only, however many there were.
///
/// One thing that the first binding makes and later ones share does not grow; two of them do.
final class GrowthJudge {

    private final Contexts contexts;
    private final Findings findings;
    private final IntTable takenFor = new IntTable();

    @Var
    private int bindings;

    @Var
    private boolean unloading;

    /// The binding for which something was kept until the unloading.
    @Var
    private int keptFor;

    GrowthJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        takenFor.clear();
        bindings = 0;
        unloading = false;
        keptFor = 0;
    }

    void event(int step, EventKind kind, int task, int object) {
        switch (kind) {
            case ALLOC, ACQUIRE ->
                takenFor.put(object, contexts.place(task) == Contexts.Place.PROBE ? contexts.object(task) : 0);
            case FREE, RELEASE -> {
                if (unloading) {
                    kept(step, object);
                }
            }
            case UNBOUND -> {
                if (++bindings == 2) {
                    findings.witness(R8);
                }
            }
            case MODULE_EXIT -> unloading = true;
            default -> {}
        }
    }

    private void kept(int step, int object) {
        int device = takenFor.get(object);
        if (device == 0 || device == keptFor) {
            return;
        }
        if (keptFor == 0) {
            keptFor = device;
            return;
        }
        findings.add(
                R8,
                step,
                names -> "%s was taken for one binding and kept until the driver was unloaded, and so was something for"
                                .formatted(names.object(object))
                        + " another binding: the driver grows with each.");
    }
}

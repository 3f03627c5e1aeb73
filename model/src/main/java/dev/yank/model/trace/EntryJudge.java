package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R25;

/// How others come into a driver once it is unbound (R25): nobody finds its node any more, and an upper layer that it
/// registered with calls it no more.
///
/// The rule says that nothing but release is entered. Where the gate lies in the driver, as with a bare cdev, files
/// that are open must enter it to be told that the device is gone; what they are told is for R20 to say. Memory
/// that a callback uses after it was freed is found by [MemoryJudge], and registers by [RemovalJudge].
final class EntryJudge {

    private final Contexts contexts;
    private final Findings findings;

    /// By device, how often an upper layer called its driver.
    private final IntTable calls = new IntTable();

    EntryJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        calls.clear();
    }

    void event(int step, EventKind kind, int task, int object, int detail, String note) {
        switch (kind) {
            case CALLBACK_ENTER -> {
                calls.put(object, calls.get(object) + 1);
                if (contexts.unbound(object) != 0) {
                    findings.add(
                            R25,
                            step,
                            names -> "An upper layer called %s for %s after remove of %s had returned."
                                    .formatted(note, names.task(task), names.object(object)));
                }
            }
            case FILE_OPENED -> {
                if (contexts.unbound(detail) != 0) {
                    findings.add(
                            R25,
                            step,
                            names -> "%s found the node of %s, and entered open, after remove had returned."
                                    .formatted(names.task(task), names.object(detail)));
                }
            }
            case UNBOUND -> {
                if (calls.get(object) > 0) {
                    findings.witness(R25);
                }
            }
            default -> {}
        }
    }
}

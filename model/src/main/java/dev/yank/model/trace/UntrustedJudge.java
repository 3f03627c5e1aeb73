package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.K1;
import static dev.yank.model.trace.RuleIds.R43;
import static dev.yank.model.trace.RuleIds.R44;

/// A device may lie (R43): whatever it says, nothing is accessed beyond its end. And once it was reset nobody tells it
/// to
/// work (R44).
///
/// What else a lie can do, others see first and then blame on it, because [Contexts#hasLied] says so: memory used after
/// it was freed, an oops, an endless loop.
final class UntrustedJudge {

    private final Contexts contexts;
    private final Findings findings;

    UntrustedJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void event(int step, EventKind kind, int task, int detail, String note) {
        switch (kind) {
            case LIED -> findings.witness(R43);
            case OUT_OF_RANGE ->
                findings.add(
                        contexts.hasLied() ? R43 : K1,
                        step,
                        names -> "%s accessed %s beyond its end, at %d%s."
                                .formatted(
                                        names.task(task),
                                        note,
                                        detail,
                                        contexts.hasLied() ? ", because the device said so" : ""));
            case IO_AFTER_RESET ->
                findings.add(
                        R44,
                        step,
                        names -> "%s told the device to go on after it had been reset: %s."
                                .formatted(names.task(task), note));
            default -> {}
        }
    }
}

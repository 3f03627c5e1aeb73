package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R45;

/// What is behind a mapping (R45): the memory of the device that was mapped, as long as that is bound, and never that
/// of another one, which may have the same address.
final class MappingJudge {

    private final Contexts contexts;
    private final Findings findings;
    private final IntTable deviceOf = new IntTable();

    MappingJudge(Contexts contexts, Findings findings) {
        this.contexts = contexts;
        this.findings = findings;
    }

    void clear() {
        deviceOf.clear();
    }

    void event(int step, EventKind kind, int task, int mapping, int device) {
        switch (kind) {
            case MAPPED -> deviceOf.put(mapping, device);
            case MAPPING_USED -> used(step, task, mapping, device);
            default -> {}
        }
    }

    private void used(int step, int task, int mapping, int behind) {
        int device = deviceOf.get(mapping);
        if (contexts.unbound(device) == 0) {
            return;
        }
        findings.witness(R45);
        if (behind != 0) {
            findings.add(
                    R45,
                    step,
                    names -> behind == device
                            ? "%s reached %s through a mapping after it was unbound."
                                    .formatted(names.task(task), names.object(device))
                            : "%s reached %s through a mapping of %s, which is gone."
                                    .formatted(names.task(task), names.object(behind), names.object(device)));
        }
    }
}

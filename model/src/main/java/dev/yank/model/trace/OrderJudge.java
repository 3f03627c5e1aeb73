package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.R25;

import dev.yank.model.rule.TeardownOrder;

/// The order in which remove takes a driver down, where the driver promises one (policy P6). R25 says why there is an
/// order: nobody may come in by a registration when what he would use is gone. The sources do not agree on how that is
/// reached, so a driver is held to what it promises.
final class OrderJudge {

    /// What is given back, as far as an order speaks of it.
    private enum Nature {
        INTERRUPT,
        DMA_MEMORY,
        REGISTRATION,
        REGISTERS,
        OTHER;

        /// By what the kernel calls it.
        static Nature of(String what) {
            return switch (what) {
                case "an interrupt" -> INTERRUPT;
                case "a DMA buffer" -> DMA_MEMORY;
                case "a mapping" -> REGISTERS;
                case "a character device", "an nvmem device" -> REGISTRATION;
                default -> what.startsWith("misc device") || what.startsWith("the attribute") ? REGISTRATION : OTHER;
            };
        }
    }

    private final Contexts contexts;
    private final Findings findings;
    private final TeardownOrder order;

    /// By task, one more than the highest rank that it has given back in the remove that it is in.
    private final IntTable reached = new IntTable();

    /// By task, the step of that.
    private final IntTable reachedAt = new IntTable();

    OrderJudge(Contexts contexts, Findings findings, TeardownOrder order) {
        this.contexts = contexts;
        this.findings = findings;
        this.order = order;
    }

    void clear() {
        reached.clear();
        reachedAt.clear();
    }

    void event(int step, EventKind kind, int task, int object, String what) {
        if (order == TeardownOrder.UNSAID) {
            return;
        }
        switch (kind) {
            case REMOVE_ENTER -> reached.put(task, 0);
            case RELEASE -> {
                if (contexts.place(task) == Contexts.Place.REMOVE) {
                    released(step, task, object, rank(Nature.of(what)));
                }
            }
            default -> {}
        }
    }

    private void released(int step, int task, int object, int rank) {
        if (rank == 0) {
            return;
        }
        findings.witness(R25);
        int before = reachedAt.get(task);
        if (rank < reached.get(task)) {
            findings.add(
                    R25,
                    step,
                    names -> "%s gave %s back after what comes later where P6=%s is promised, in step %d."
                            .formatted(names.task(task), names.object(object), order.text(), before));
        } else if (rank > reached.get(task)) {
            reached.put(task, rank);
            reachedAt.put(task, step);
        }
    }

    /// The place in the order, from 1; 0 where the order does not speak of it.
    private int rank(Nature nature) {
        return switch (nature) {
            case OTHER -> 0;
            case REGISTRATION ->
                switch (order) {
                    case UNSAID -> 0;
                    case REGISTRATIONS_FIRST -> 1;
                    case RESOURCES_FIRST, WINDOWS -> 2;
                    case PCI_HOWTO -> 3;
                };
            case INTERRUPT, DMA_MEMORY, REGISTERS ->
                switch (order) {
                    case UNSAID -> 0;
                    case REGISTRATIONS_FIRST -> 2;
                    case RESOURCES_FIRST, WINDOWS -> 1;
                    case PCI_HOWTO -> nature == Nature.INTERRUPT ? 1 : nature == Nature.DMA_MEMORY ? 2 : 4;
                };
        };
    }
}

package dev.yank.reports.timeline;

import dev.yank.model.trace.EventKind;

/// Groups of events that are drawn alike.
final class Shapes {

    private Shapes() {}

    /// The group of a kind of event.
    static String of(EventKind kind) {
        return switch (kind) {
            case READ, WRITE, USE, FILE_DATA, DRVDATA_GET, DRVDATA_SET, FOUND, MAPPING_USED -> "access";
            case ALLOC, ACQUIRE, FILE_OPENED, DEVRES_ADD, LISTED, GROUP_JOINED, CHILD_ADDED, MAPPED -> "make";
            case FREE, RELEASE, DEVRES_RELEASE, FILE_LAST_PUT, PROBE_UNWOUND, UNLISTED, GROUP_LEFT -> "drop";
            case REF_INIT, REF_INC, REF_INC_NOT_ZERO, REF_DEC -> "count";
            case LOCK, GUARD_ENTER -> "lock";
            case UNLOCK, GUARD_EXIT -> "unlock";
            case BLOCK, DRAIN_BEGIN, STUCK -> "wait";
            case WAKE, DRAIN_END -> "wake";
            case IO_READ, IO_WRITE, IO_UNMAPPED, GUEST_ERROR -> "io";
            case ARM, DISARM -> "arm";
            case GUARD_REFUSED, FAULT, GONE -> "refused";
            case OOPS,
                    MISUSE,
                    SLEEP_IN_ATOMIC,
                    SPINNING,
                    LEAKED,
                    FREED_WHILE_ARMED,
                    FREED_WHILE_REFERENCED,
                    REINITIALISED -> "wrong";
            default -> "callback";
        };
    }
}

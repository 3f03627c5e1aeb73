package dev.yank.reports.timeline;

import dev.yank.model.trace.EventKind;

/// Groups of events that are drawn alike.
final class Shapes {

    private Shapes() {}

    /// The group of a kind of event.
    static String of(EventKind kind) {
        return switch (kind) {
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE, INIT -> "access";
            case FILE_DATA, DRVDATA_GET, DRVDATA_SET, TYPE_COMPARED, DEREFERENCED, FOUND, MAPPING_USED -> "access";
            case ALLOC, ACQUIRE, FILE_OPENED, DEVRES_ADD, SCOPE_GUARDED, INTO_FOREIGN -> "make";
            case LISTED, GROUP_JOINED, CHILD_ADDED, MAPPED -> "make";
            case FREE, DESTROY, RELEASE, DEVRES_RELEASE, FILE_LAST_PUT, PROBE_UNWOUND -> "drop";
            case UNLISTED, GROUP_LEFT -> "drop";
            case SCOPE_DISMISSED, FROM_FOREIGN, WITHDRAWN, DROP_BEGIN, DROP_END, MODULE_FREED -> "drop";
            case REF_INIT, REF_INC, REF_INC_NOT_ZERO, REF_DEC -> "count";
            case REFERENCE_TAKEN, REFERENCE_DROPPED, REFERENCE_GONE, UPGRADED -> "count";
            case LOCK, GUARD_ENTER, BORROW -> "lock";
            case UNLOCK, GUARD_EXIT, BORROW_END -> "unlock";
            case BLOCK, DRAIN_BEGIN, STUCK -> "wait";
            case WAKE, WAKE_NOBODY, DRAIN_END -> "wake";
            case FORK, SETTLED, PUBLISH, OBSERVE, EXCHANGE, JOIN -> "order";
            case IO_READ, IO_WRITE, IO_UNMAPPED, IO_UNPOWERED -> "io";
            case ARM, DISARM -> "arm";
            case GUARD_REFUSED, ACTION_REFUSED, MODULE_BUSY, FAULT, GONE -> "refused";
            case OOPS, MISUSE, SLEEP_IN_ATOMIC, SPINNING, LEAKED, FREED_WHILE_ARMED -> "wrong";
            case FREED_WHILE_REFERENCED, REINITIALISED, SATURATED -> "wrong";
            case WRONG_TYPE, WRONG_COOKIE, WRONG_GUARD, STALE_GUARD, OUTLIVED, GUEST_ERROR, RELEASED_AGAIN, LIED ->
                "wrong";
            default -> "callback";
        };
    }
}

package dev.yank.model.trace;

/// What turned an event, or a history, into a finding: the kind of thing that was seen to be wrong.
///
/// One rule can be seen broken by several: freed memory is used, or freed again.
public enum Oracle {
    /// Memory of the driver is accessed.
    MEMORY_ACCESS("memory access"),
    /// Memory is freed.
    FREEING("freeing"),
    /// A count is changed.
    COUNTING("counting"),
    /// A resource is acquired, left to devres, or released.
    RESOURCES("resources"),
    /// The driver's data of a device or file is borrowed.
    DRVDATA("drvdata"),
    /// A pointer is given away, taken back or borrowed, or is not of the type that it was registered with.
    OWNERSHIP("ownership"),
    /// A callback of the driver is entered or left.
    CALLBACKS("callbacks"),
    /// A lock, a guard or a wait is used.
    SYNCHRONISATION("synchronisation"),
    /// A device is accessed.
    DEVICE_ACCESS("device access"),
    /// A task can never go on.
    LIVENESS("liveness"),
    /// Accesses that nothing puts in an order.
    RACE("race"),
    /// Locks that nest in more than one order.
    LOCK_ORDER("lock order"),
    /// The driver's code itself fails.
    OOPS("oops"),
    /// Something is left at the end.
    AUDIT("audit"),
    /// The answers to the operations.
    LINEARIZABILITY("linearizability");

    private final String label;

    Oracle(String label) {
        this.label = label;
    }

    /// How reports name it.
    public String label() {
        return label;
    }

    /// What judges events of a kind.
    public static Oracle of(EventKind kind) {
        return switch (kind) {
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE, INIT, REINITIALISED ->
                MEMORY_ACCESS;
            case OUT_OF_RANGE -> MEMORY_ACCESS;
            case ALLOC, FREE, FREED_WHILE_ARMED, OUTLIVED, FREED_WHILE_REFERENCED, DESTROY -> FREEING;
            case MODULE_EXIT, MODULE_BUSY, MODULE_FREED -> FREEING;
            case GROUP_JOINED, GROUP_LEFT, CHILD_ADDED, LISTED, UNLISTED, FOUND -> RESOURCES;
            case REF_INIT,
                    REF_INC,
                    REF_INC_NOT_ZERO,
                    REF_DEC,
                    SATURATED,
                    REFERENCE_TAKEN,
                    REFERENCE_DROPPED,
                    REFERENCE_GONE,
                    UPGRADED -> COUNTING;
            case ACQUIRE,
                    RELEASE,
                    DEVRES_ADD,
                    DEVRES_RELEASE,
                    ACTION_REFUSED,
                    ACTION_BEGIN,
                    ACTION_END,
                    FAULT,
                    RELEASED_AGAIN,
                    PROBE_UNWOUND -> RESOURCES;
            case DRVDATA_SET, DRVDATA_GET, FILE_DATA -> DRVDATA;
            case INTO_FOREIGN, FROM_FOREIGN, BORROW, BORROW_END, TYPE_COMPARED, WRONG_TYPE, WRONG_COOKIE -> OWNERSHIP;
            case SCOPE_GUARDED, SCOPE_DISMISSED, WITHDRAWN, DROP_BEGIN, DROP_END -> RESOURCES;
            case OPERATION_ENTER,
                    OPERATION_EXIT,
                    PROBE_ENTER,
                    PROBE_EXIT,
                    REMOVE_ENTER,
                    REMOVE_EXIT,
                    UNBOUND,
                    GONE,
                    ASYNC_ENTER,
                    ASYNC_EXIT,
                    CALLBACK_ENTER,
                    CALLBACK_EXIT,
                    FILE_OPENED,
                    FILE_LAST_PUT -> CALLBACKS;
            case GUARD_ENTER,
                    GUARD_EXIT,
                    GUARD_REFUSED,
                    DEREFERENCED,
                    WRONG_GUARD,
                    STALE_GUARD,
                    DRAIN_BEGIN,
                    DRAIN_END,
                    LOCK,
                    UNLOCK,
                    BLOCK,
                    WAKE,
                    WAKE_NOBODY,
                    SLEEP_IN_ATOMIC,
                    MISUSE,
                    FORK,
                    SETTLED,
                    PUBLISH,
                    OBSERVE,
                    EXCHANGE,
                    JOIN -> SYNCHRONISATION;
            case IO_READ, IO_WRITE, IO_UNMAPPED, IO_UNPOWERED, MAPPED, MAPPING_USED, GUEST_ERROR, ARM, DISARM ->
                DEVICE_ACCESS;
            case LIED, IO_AFTER_RESET -> DEVICE_ACCESS;
            case STUCK, SPINNING -> LIVENESS;
            case OOPS -> Oracle.OOPS;
            case END, LEAKED -> AUDIT;
        };
    }
}

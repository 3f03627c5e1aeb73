package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Shared;
import dev.yank.model.trace.EventKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/// What the judges of the trace remember of events, as locations: the order of two steps also matters where a
/// judge would say something else after the other order.
final class JudgedState {

    /// Whether memory was freed.
    private static final int FREED = 1;

    /// Whether a resource is held, what a file holds.
    private static final int HELD = 2;

    /// Whether the code of the driver is there, as a part of [Shared#LIFE].
    private static final int CODE = 1;

    /// Stands for who is inside of which guard.
    private static final int ALL_GUARDS = 0;

    private final SimulatedMachine machine;

    /// The memory that somebody got at under a guard, which may not be freed before the guard is given back.
    private final BitSet reached = new BitSet();

    /// The memory that is the private data of a device, which the last close may not free while that is bound.
    private final BitSet drvdata = new BitSet();

    /// By child, the parent that may not be freed before it.
    private final Map<Integer, Integer> parents = new TreeMap<>();

    /// Whether a device was unbound, so that handles can have seen it dead.
    @Var
    private boolean anyUnbound;

    @Var
    private int[] locations = new int[48];

    JudgedState(SimulatedMachine machine) {
        this.machine = machine;
    }

    /// Tells the machine what judges look at and change when they are told of an event.
    void event(EventKind kind, int object, int detail) {
        switch (kind) {
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE -> {
                if (object != 0) {
                    machine.accesses(Access.READ, locationOf(object), FREED);
                }
            }
            case FREE -> {
                machine.accesses(Access.WRITE, locationOf(object), FREED);
                if (drvdata.get(object)) {
                    machine.accesses(Access.READ, Shared.LIFE, 0);
                }
                Integer parent = parents.get(object);
                if (parent != null) {
                    machine.accesses(Access.WRITE, locationOf(parent), FREED);
                }
                if (reached.get(object)) {
                    machine.accesses(Access.WRITE, locationOf(ALL_GUARDS), HELD);
                }
            }
            case DESTROY -> machine.accesses(Access.WRITE, locationOf(object), FREED);
            case DEREFERENCED -> {
                machine.accesses(Access.READ, locationOf(object), FREED);
                reached.set(object);
            }
            case GUARD_EXIT -> {
                if (!reached.isEmpty()) {
                    machine.accesses(Access.READ, locationOf(ALL_GUARDS), HELD);
                }
            }
            case WITHDRAWN, DROP_BEGIN, DROP_END -> {
                machine.accesses(Access.READ, Shared.LIFE, 0);
                machine.accesses(Access.WRITE, locationOf(object), HELD);
            }
            case CHILD_ADDED -> parents.put(object, detail);
            case DRVDATA_SET -> drvdata.set(detail);
            case OPERATION_EXIT -> {
                machine.accesses(Access.READ, Shared.LIFE, 0);
                if (anyUnbound) {
                    machine.accesses(Access.WRITE, locationOf(object), HELD);
                }
            }
            case OPERATION_ENTER,
                    IO_READ,
                    IO_WRITE,
                    IO_UNMAPPED,
                    IO_UNPOWERED,
                    IO_AFTER_RESET,
                    OUT_OF_RANGE,
                    OOPS,
                    CALLBACK_ENTER,
                    MAPPED,
                    MAPPING_USED -> machine.accesses(Access.READ, Shared.LIFE, 0);
            case FILE_OPENED -> {
                machine.accesses(Access.READ, Shared.LIFE, 0);
                machine.accesses(Access.WRITE, locationOf(object), HELD);
            }
            case UNBOUND -> {
                anyUnbound = true;
                machine.accesses(Access.WRITE, Shared.LIFE, 0);
            }
            case ASYNC_ENTER, PROBE_ENTER -> machine.accesses(Access.READ, Shared.LIFE, CODE);
            case MODULE_FREED -> {
                machine.accesses(Access.WRITE, Shared.LIFE, 0);
                machine.accesses(Access.WRITE, Shared.LIFE, CODE);
            }
            case REMOVE_ENTER -> {
                machine.accesses(Access.WRITE, Shared.LIFE, 0);
                machine.accesses(Access.READ, Shared.LIFE, CODE);
            }
            case LIED, GONE, PROBE_UNWOUND -> machine.accesses(Access.WRITE, Shared.LIFE, 0);
            case GROUP_JOINED, GROUP_LEFT, LISTED, UNLISTED, FOUND ->
                machine.accesses(Access.WRITE, locationOf(object), FREED);
            case ACQUIRE, RELEASE, RELEASED_AGAIN, DEVRES_ADD, DEVRES_RELEASE -> {
                machine.accesses(Access.READ, Shared.LIFE, 0);
                machine.accesses(Access.WRITE, locationOf(object), HELD);
            }
            case MODULE_EXIT,
                    INTO_FOREIGN,
                    FROM_FOREIGN,
                    BORROW,
                    BORROW_END,
                    TYPE_COMPARED,
                    WRONG_TYPE,
                    WRONG_COOKIE,
                    WRONG_GUARD,
                    STALE_GUARD,
                    SCOPE_GUARDED,
                    SCOPE_DISMISSED,
                    INIT,
                    ACTION_REFUSED,
                    ACTION_BEGIN,
                    ACTION_END,
                    REFERENCE_TAKEN,
                    REFERENCE_DROPPED,
                    REFERENCE_GONE,
                    UPGRADED,
                    FILE_DATA,
                    FILE_LAST_PUT -> machine.accesses(Access.WRITE, locationOf(object), HELD);
            case FORK,
                    SETTLED,
                    PUBLISH,
                    OBSERVE,
                    EXCHANGE,
                    JOIN,
                    PROBE_EXIT,
                    REMOVE_EXIT,
                    ASYNC_EXIT,
                    ALLOC,
                    FREED_WHILE_ARMED,
                    OUTLIVED,
                    FREED_WHILE_REFERENCED,
                    REINITIALISED,
                    CALLBACK_EXIT,
                    REF_INIT,
                    REF_INC,
                    REF_INC_NOT_ZERO,
                    REF_DEC,
                    SATURATED,
                    FAULT,
                    DRVDATA_GET,
                    GUARD_ENTER,
                    GUARD_REFUSED,
                    DRAIN_BEGIN,
                    DRAIN_END,
                    LOCK,
                    UNLOCK,
                    BLOCK,
                    WAKE,
                    WAKE_NOBODY,
                    SLEEP_IN_ATOMIC,
                    MISUSE,
                    GUEST_ERROR,
                    ARM,
                    DISARM,
                    STUCK,
                    SPINNING,
                    END,
                    MODULE_BUSY,
                    LEAKED -> {}
        }
    }

    private int locationOf(int object) {
        if (object >= locations.length) {
            locations = Arrays.copyOf(locations, 2 * object);
        }
        if (locations[object] == 0) {
            locations[object] = machine.locate();
        }
        return locations[object];
    }
}

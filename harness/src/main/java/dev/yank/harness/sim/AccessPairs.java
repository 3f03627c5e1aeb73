package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.Scheduler;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.trace.EventKind;
import java.util.Arrays;

/// Notes which access of one task came right before which conflicting access of another: a field written here
/// and read there, a lock taken, a count changed, a register written.
///
/// An access is known by what it is (reading the field `State.gone`) and by what its task was about (a read, an
/// unplug, the interrupt), not by a place in the source or the number of an object, so that executions of different
/// programs can be compared. Two accesses conflict where they concern one object, and one field if it is memory
/// of the driver, and not both only read.
///
/// The last accesses are kept in a table in which one location may push out another; then a pair is not
/// noted. That depends on the execution alone. Used for one execution after the other.
///
/// Source of the idea: S. Park, S. Lu, Y. Zhou, "CTrigger: Exposing Atomicity Violation Bugs from Their Hiding
/// Places", ASPLOS 2009, and its successors that count pairs of accesses as coverage of interleavings.
final class AccessPairs {

    private static final int LOCATIONS = 512;
    private static final boolean[] FIELDS = among(
            EventKind.READ,
            EventKind.WRITE,
            EventKind.READ_ONCE,
            EventKind.WRITE_ONCE,
            EventKind.LOAD_ACQUIRE,
            EventKind.STORE_RELEASE);
    private static final boolean[] READS = among(
            EventKind.READ, EventKind.READ_ONCE, EventKind.LOAD_ACQUIRE, EventKind.IO_READ, EventKind.DRVDATA_GET);
    /// For each kind of event whether it is an access.
    static final boolean[] ACCESSES = among(
            EventKind.READ,
            EventKind.WRITE,
            EventKind.READ_ONCE,
            EventKind.WRITE_ONCE,
            EventKind.LOAD_ACQUIRE,
            EventKind.STORE_RELEASE,
            EventKind.REF_INC,
            EventKind.REF_INC_NOT_ZERO,
            EventKind.REF_DEC,
            EventKind.DRVDATA_SET,
            EventKind.DRVDATA_GET,
            EventKind.GUARD_ENTER,
            EventKind.GUARD_REFUSED,
            EventKind.DRAIN_BEGIN,
            EventKind.LOCK,
            EventKind.WAKE,
            EventKind.IO_READ,
            EventKind.IO_WRITE);

    /// Above, the execution and the task; below, the site.
    private final long[] written = new long[LOCATIONS];

    private final long[] read = new long[LOCATIONS];
    private final int[] roles = new int[Scheduler.MOST_TASKS];

    @Var
    private long[] pairs = new long[128];

    @Var
    private int count;

    @Var
    private int execution;

    /// For each kind of event whether it is among `kinds`.
    private static boolean[] among(EventKind... kinds) {
        boolean[] among = new boolean[EventKind.values().length];
        for (EventKind kind : kinds) {
            among[kind.ordinal()] = true;
        }
        return among;
    }

    /// A new execution begins.
    AccessPairs begin() {
        count = 0;
        execution += Scheduler.MOST_TASKS;
        if (execution <= 0) { // the numbers of executions are used up: what is kept would look like this one's
            Arrays.fill(written, 0);
            Arrays.fill(read, 0);
            execution = Scheduler.MOST_TASKS;
        }
        return this;
    }

    /// The task is now about something else.
    void plays(int task, String role) {
        roles[task] = role.hashCode() * 0x2545F491;
    }

    /// An access; for events of [#ACCESSES] only.
    void event(EventKind kind, int task, int object, String note) {
        int number = kind.ordinal();
        int words = note.hashCode();
        int place = ((FIELDS[number] ? object + 31 * words : object) * 0x9E3779B9) >>> 23;
        int site = (words + number * 0x61C88647) ^ roles[task];
        long access = (long) (execution | task) << 32 | (site & 0xffff_ffffL);
        pair(written[place], access);
        if (!READS[number]) {
            pair(read[place], access);
            written[place] = access;
        } else {
            read[place] = access;
        }
    }

    /// Notes the pair where both are of this execution and of different tasks.
    private void pair(long before, long access) {
        int difference = (int) ((before ^ access) >>> 32);
        if (difference > 0 && difference < Scheduler.MOST_TASKS) {
            if (count == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * count);
            }
            pairs[count++] = SplitMix.mix((before << 32) ^ (access & 0xffff_ffffL));
        }
    }

    int count() {
        return count;
    }

    long pair(int index) {
        return pairs[index];
    }
}

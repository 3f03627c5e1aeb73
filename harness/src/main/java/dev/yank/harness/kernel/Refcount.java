package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `refcount_t`: a reference count that saturates instead of wrapping.
///
/// Incrementing from 0 and decrementing below 0 are reported and saturate the count, which from then on never
/// changes and never reaches 0: the object leaks instead of being used after it is freed. Source:
/// `Documentation/core-api/ refcount-vs-atomic.rst`, Linux kernel, 2017.
public final class Refcount extends Struct {

    /// `REFCOUNT_MAX`: one reference more saturates the count.
    public static final int REFCOUNT_MAX = Integer.MAX_VALUE;

    private static final int SATURATED = Integer.MIN_VALUE / 2;

    @Var
    private int value;

    /// Sets the count, before the object is known to others.
    public static void refcount_set(Refcount count, int value) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_set");
        count.value = value;
        machine.emit(EventKind.REF_INIT, count, value, "");
    }

    /// The count at this instant.
    public static int refcount_read(Refcount count) {
        Machine.current().use(Access.READ, count, "refcount_read");
        return count.value;
    }

    /// One reference more; the caller holds one already.
    public static void refcount_inc(Refcount count) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_inc");
        count.add(machine, 1);
    }

    /// So many references more; the caller holds one already.
    public static void refcount_add(int more, Refcount count) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_add");
        count.add(machine, more);
    }

    private void add(Machine machine, int more) {
        machine.emit(EventKind.REF_INC, this, value, "");
        value = value <= 0 ? SATURATED : sum(machine, more);
    }

    /// One reference more unless there is none left.
    ///
    /// @return whether the reference was taken
    public static boolean refcount_inc_not_zero(Refcount count) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, count);
        return count.incrementNotZero(machine);
    }

    /// As [#refcount_inc_not_zero], as part of something larger that happens in one piece.
    boolean incrementNotZero(Machine machine) {
        machine.accesses(Access.WRITE, this);
        machine.touch(this, "refcount_inc_not_zero");
        machine.emit(EventKind.REF_INC_NOT_ZERO, this, value, "");
        if (value == 0) {
            return false;
        }
        if (value > 0) {
            value = sum(machine, 1);
        }
        return true;
    }

    /// Whether it is not 0, as part of something larger.
    boolean isHeld(Machine machine) {
        machine.accesses(Access.READ, this);
        return value != 0;
    }

    private int sum(Machine machine, int more) {
        if (value > REFCOUNT_MAX - more) {
            machine.emit(EventKind.SATURATED, this, value, "");
            return SATURATED;
        }
        return value + more;
    }

    /// One reference less.
    ///
    /// @return whether it was the last one
    public static boolean refcount_dec_and_test(Refcount count) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_dec_and_test");
        return count.subAndTest(machine, 1);
    }

    /// So many references less.
    ///
    /// @return whether they were the last
    public static boolean refcount_sub_and_test(int less, Refcount count) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_sub_and_test");
        return count.subAndTest(machine, less);
    }

    private boolean subAndTest(Machine machine, int less) {
        machine.emit(EventKind.REF_DEC, this, value, "");
        if (value < less) {
            value = SATURATED;
            return false;
        }
        value -= less;
        return value == 0;
    }
}

package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `refcount_t`: a reference count that saturates instead of wrapping.
///
/// Incrementing from 0 and decrementing below 0 are reported and saturate the count, which from then on never
/// changes and never reaches 0: the object leaks instead of being used after it is freed. Source:
/// `Documentation/core-api/ refcount-vs-atomic.rst`, Linux kernel, 2017.
public final class Refcount extends Struct {

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
        machine.emit(EventKind.REF_INC, count, count.value, "");
        count.value = count.value <= 0 ? SATURATED : oneMore(count.value);
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
            value = oneMore(value);
        }
        return true;
    }

    /// Whether it is not 0, as part of something larger.
    boolean isHeld(Machine machine) {
        machine.accesses(Access.READ, this);
        return value != 0;
    }

    private static int oneMore(int value) {
        return value == Integer.MAX_VALUE ? SATURATED : value + 1;
    }

    /// One reference less.
    ///
    /// @return whether it was the last one
    public static boolean refcount_dec_and_test(Refcount count) {
        Machine machine = Machine.current();
        machine.use(count, "refcount_dec_and_test");
        machine.emit(EventKind.REF_DEC, count, count.value, "");
        if (count.value <= 0) {
            count.value = SATURATED;
            return false;
        }
        return --count.value == 0;
    }
}

package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;

/// `atomic_t`: a number that is changed in one piece.
public final class Atomic extends Struct {

    @Var
    private int value;

    public static void atomic_set(Atomic atomic, int value) {
        Machine.current().use(atomic, "atomic_set");
        atomic.value = value;
    }

    public static int atomic_read(Atomic atomic) {
        Machine.current().use(Access.READ, atomic, "atomic_read");
        return atomic.value;
    }

    public static void atomic_inc(Atomic atomic) {
        Machine.current().use(atomic, "atomic_inc");
        atomic.value++;
    }

    public static void atomic_add(int amount, Atomic atomic) {
        Machine.current().use(atomic, "atomic_add");
        atomic.value += amount;
    }

    public static int atomic_inc_return(Atomic atomic) {
        Machine.current().use(atomic, "atomic_inc_return");
        return ++atomic.value;
    }

    public static int atomic_dec_return(Atomic atomic) {
        Machine.current().use(atomic, "atomic_dec_return");
        return --atomic.value;
    }

    /// Stores `value` if `expected` is there.
    ///
    /// @return what was there before
    public static int atomic_cmpxchg(Atomic atomic, int expected, int value) {
        Machine.current().use(atomic, "atomic_cmpxchg");
        int before = atomic.value;
        if (before == expected) {
            atomic.value = value;
        }
        return before;
    }

    /// One more unless it is 0.
    ///
    /// @return whether it was not
    public static boolean atomic_inc_not_zero(Atomic atomic) {
        Machine.current().use(atomic, "atomic_inc_not_zero");
        if (atomic.value == 0) {
            return false;
        }
        atomic.value++;
        return true;
    }

    public static boolean atomic_dec_and_test(Atomic atomic) {
        Machine.current().use(atomic, "atomic_dec_and_test");
        return --atomic.value == 0;
    }

    /// Stores `value` and returns what was there before.
    public static int atomic_xchg(Atomic atomic, int value) {
        Machine.current().use(atomic, "atomic_xchg");
        int before = atomic.value;
        atomic.value = value;
        return before;
    }
}

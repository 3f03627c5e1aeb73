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

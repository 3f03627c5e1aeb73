package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;

/// `atomic_t`: a number that is changed in one piece.
public final class Atomic extends Struct {

    @Var
    private int value;

    /// Sets the number; orders nothing else, as `WRITE_ONCE`.
    public static void atomic_set(Atomic atomic, int value) {
        Machine.current().use(atomic, "atomic_set");
        atomic.value = value;
    }

    /// The number at this instant; orders nothing else, as `READ_ONCE`.
    public static int atomic_read(Atomic atomic) {
        Machine.current().use(Access.READ, atomic, "atomic_read");
        return atomic.value;
    }

    /// As [#atomic_set]; what came before is seen by whoever reads the number with [#atomic_read_acquire].
    public static void atomic_set_release(Atomic atomic, int value) {
        Machine machine = Machine.current();
        machine.use(atomic, "atomic_set_release");
        machine.publish(atomic);
        atomic.value = value;
    }

    /// As [#atomic_read]; what follows sees what came before the [#atomic_set_release] or the ordered change
    /// that it reads from.
    public static int atomic_read_acquire(Atomic atomic) {
        Machine machine = Machine.current();
        machine.use(Access.READ, atomic, "atomic_read_acquire");
        machine.observe(atomic);
        return atomic.value;
    }

    /// One more; orders nothing else, as every change of an `atomic_t` that returns nothing.
    public static void atomic_inc(Atomic atomic) {
        Machine.current().use(atomic, "atomic_inc");
        atomic.value++;
    }

    /// One less.
    public static void atomic_dec(Atomic atomic) {
        Machine.current().use(atomic, "atomic_dec");
        atomic.value--;
    }

    /// So much more.
    public static void atomic_add(int amount, Atomic atomic) {
        Machine.current().use(atomic, "atomic_add");
        atomic.value += amount;
    }

    /// One more, in order with every other change that returns something; returns the new number.
    public static int atomic_inc_return(Atomic atomic) {
        atomic.ordered("atomic_inc_return");
        return ++atomic.value;
    }

    /// One less, in order with every other change that returns something; returns the new number.
    public static int atomic_dec_return(Atomic atomic) {
        atomic.ordered("atomic_dec_return");
        return --atomic.value;
    }

    /// One more unless it is 0; if it was not, in order with every other change that returns something.
    ///
    /// @return whether it was not
    public static boolean atomic_inc_not_zero(Atomic atomic) {
        Machine machine = Machine.current();
        machine.use(atomic, "atomic_inc_not_zero");
        if (atomic.value == 0) {
            return false;
        }
        machine.exchange(atomic);
        atomic.value++;
        return true;
    }

    /// One less, in order with every other change that returns something.
    ///
    /// @return whether it is 0 now
    public static boolean atomic_dec_and_test(Atomic atomic) {
        atomic.ordered("atomic_dec_and_test");
        return --atomic.value == 0;
    }

    /// Stores `value` and returns what was there before.
    public static int atomic_xchg(Atomic atomic, int value) {
        atomic.ordered("atomic_xchg");
        int before = atomic.value;
        atomic.value = value;
        return before;
    }

    /// Stores `value` where `expected` is there, and returns what was there before.
    public static int atomic_cmpxchg(Atomic atomic, int expected, int value) {
        Machine machine = Machine.current();
        machine.use(atomic, "atomic_cmpxchg");
        int before = atomic.value;
        if (before == expected) {
            machine.exchange(atomic);
            atomic.value = value;
        }
        return before;
    }

    private void ordered(String function) {
        Machine machine = Machine.current();
        machine.use(this, function);
        machine.exchange(this);
    }
}

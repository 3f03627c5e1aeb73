package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `atomic_t`: a number that is changed in one piece.
public final class Atomic extends Struct {

    @Var
    private int value;

    /// Sets the number; orders nothing else, as `WRITE_ONCE`.
    public static void atomic_set(Atomic atomic, int value) {
        atomic.access(Access.WRITE, EventKind.WRITE_ONCE);
        atomic.value = value;
    }

    /// The number at this instant; orders nothing else, as `READ_ONCE`.
    public static int atomic_read(Atomic atomic) {
        atomic.access(Access.READ, EventKind.READ_ONCE);
        return atomic.value;
    }

    /// As [#atomic_set]; what came before is seen by whoever reads the number with [#atomic_read_acquire].
    public static void atomic_set_release(Atomic atomic, int value) {
        atomic.access(Access.WRITE, EventKind.STORE_RELEASE);
        atomic.value = value;
    }

    /// As [#atomic_read]; what follows sees what came before the [#atomic_set_release] or the ordered change
    /// that it reads from.
    public static int atomic_read_acquire(Atomic atomic) {
        atomic.access(Access.READ, EventKind.LOAD_ACQUIRE);
        return atomic.value;
    }

    /// One more; orders nothing else, as every change of an `atomic_t` that returns nothing.
    public static void atomic_inc(Atomic atomic) {
        atomic.access(Access.WRITE, EventKind.READ_ONCE); // what was released stays so
        atomic.value++;
    }

    /// One less.
    public static void atomic_dec(Atomic atomic) {
        atomic.access(Access.WRITE, EventKind.READ_ONCE); // what was released stays so
        atomic.value--;
    }

    /// So much more.
    public static void atomic_add(int amount, Atomic atomic) {
        atomic.access(Access.WRITE, EventKind.READ_ONCE); // what was released stays so
        atomic.value += amount;
    }

    /// One more, in order with every other change that returns something; returns the new number.
    public static int atomic_inc_return(Atomic atomic) {
        atomic.ordered();
        return ++atomic.value;
    }

    /// One less, in order with every other change that returns something; returns the new number.
    public static int atomic_dec_return(Atomic atomic) {
        atomic.ordered();
        return --atomic.value;
    }

    /// One more unless it is 0; if it was not, in order with every other change that returns something.
    ///
    /// @return whether it was not
    public static boolean atomic_inc_not_zero(Atomic atomic) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, atomic);
        if (atomic.value == 0) {
            atomic.emit(machine, EventKind.READ_ONCE);
            return false;
        }
        atomic.emitOrdered(machine);
        atomic.value++;
        return true;
    }

    /// One less, in order with every other change that returns something.
    ///
    /// @return whether it is 0 now
    public static boolean atomic_dec_and_test(Atomic atomic) {
        atomic.ordered();
        return --atomic.value == 0;
    }

    /// Stores `value` and returns what was there before.
    public static int atomic_xchg(Atomic atomic, int value) {
        atomic.ordered();
        int before = atomic.value;
        atomic.value = value;
        return before;
    }

    /// Stores `value` where `expected` is there, and returns what was there before.
    public static int atomic_cmpxchg(Atomic atomic, int expected, int value) {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, atomic);
        int before = atomic.value;
        if (before == expected) {
            atomic.emitOrdered(machine);
            atomic.value = value;
        } else {
            atomic.emit(machine, EventKind.READ_ONCE);
        }
        return before;
    }

    /// A change that returns something.
    private void ordered() {
        Machine machine = Machine.current();
        machine.point(Access.WRITE, this);
        emitOrdered(machine);
    }

    private void emitOrdered(Machine machine) {
        emit(machine, EventKind.LOAD_ACQUIRE);
        emit(machine, EventKind.STORE_RELEASE);
    }

    private void access(Access access, EventKind kind) {
        Machine machine = Machine.current();
        machine.point(access, this);
        emit(machine, kind);
    }

    private void emit(Machine machine, EventKind kind) {
        Memory memory = yank$memory();
        String declared = declaredAs();
        int place = machine.places().of(this, 0);
        machine.emit(kind, memory == null ? 0 : memory.id(), place, declared == null ? "an atomic_t" : declared);
    }
}

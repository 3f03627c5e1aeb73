package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// What instrumented driver code calls before each access to a field or array. Drivers do not call it
/// themselves.
public final class Hooks {

    private Hooks() {}

    /// Before a field is read.
    ///
    /// @param number which field of the object it is
    public static void read(@Nullable Shadowed object, String field, int number) {
        access(EventKind.READ, Access.READ, object, field, number);
    }

    /// Before a field is written.
    public static void write(@Nullable Shadowed object, String field, int number) {
        access(EventKind.WRITE, Access.WRITE, object, field, number);
    }

    /// Before a field is read by `READ_ONCE`.
    public static void readOnce(@Nullable Shadowed object, String field, int number) {
        access(EventKind.READ_ONCE, Access.READ, object, field, number);
    }

    /// Before a field is written by `WRITE_ONCE`.
    public static void writeOnce(@Nullable Shadowed object, String field, int number) {
        access(EventKind.WRITE_ONCE, Access.WRITE, object, field, number);
    }

    /// Before a field is read by `smp_load_acquire`.
    public static void loadAcquire(@Nullable Shadowed object, String field, int number) {
        access(EventKind.LOAD_ACQUIRE, Access.READ, object, field, number);
    }

    /// Before a field is written by `smp_store_release`.
    public static void storeRelease(@Nullable Shadowed object, String field, int number) {
        access(EventKind.STORE_RELEASE, Access.WRITE, object, field, number);
    }

    /// Before a final field is read: nobody can change it, so nobody needs to go first.
    public static void touch(@Nullable Shadowed object, String field) {
        if (object != null) {
            Memory memory = object.yank$memory();
            if (memory != null) {
                Machine.current().emit(EventKind.USE, memory.id(), 0, field);
            }
        }
    }

    /// Before an element of an array is read.
    public static void read(@Nullable Object array, int index) {
        access(EventKind.READ, Access.READ, array, index);
    }

    /// Before an element of an array is written.
    public static void write(@Nullable Object array, int index) {
        access(EventKind.WRITE, Access.WRITE, array, index);
    }

    /// Before an element of an array is read by `READ_ONCE`.
    public static void readOnce(@Nullable Object array, int index) {
        access(EventKind.READ_ONCE, Access.READ, array, index);
    }

    /// Before an element of an array is written by `WRITE_ONCE`.
    public static void writeOnce(@Nullable Object array, int index) {
        access(EventKind.WRITE_ONCE, Access.WRITE, array, index);
    }

    /// Before an element of an array is read by `smp_load_acquire`.
    public static void loadAcquire(@Nullable Object array, int index) {
        access(EventKind.LOAD_ACQUIRE, Access.READ, array, index);
    }

    /// Before an element of an array is written by `smp_store_release`.
    public static void storeRelease(@Nullable Object array, int index) {
        access(EventKind.STORE_RELEASE, Access.WRITE, array, index);
    }

    /// Before a whole array is copied, filled or compared; which of its elements are written is not known.
    public static void array(@Nullable Object array) {
        Machine.current().point(Access.WRITE, Shared.ARRAYS, 0);
    }

    /// Before a jump backwards.
    public static void loop() {
        Machine.current().loop();
    }

    private static void access(EventKind kind, Access access, @Nullable Shadowed object, String field, int number) {
        Machine machine = Machine.current();
        machine.pointAtField(access, object, field);
        if (object != null) {
            Memory memory = object.yank$memory();
            int place = machine.places().of(object, number);
            machine.emit(kind, memory == null ? 0 : memory.id(), place, field);
        }
    }

    private static void access(EventKind kind, Access access, @Nullable Object array, int index) {
        Machine machine = Machine.current();
        machine.point(access, Shared.ARRAYS, 0);
        int place = array == null ? 0 : machine.places().of(array, index);
        if (place != 0) {
            machine.emit(kind, 0, place, "an element of an array");
        }
    }
}

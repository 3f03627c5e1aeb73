package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// What instrumented driver code calls before each access to a field or array. Drivers do not call it
/// themselves.
public final class Hooks {

    private Hooks() {}

    /// Before a field is read.
    public static void read(@Nullable Shadowed object, String field) {
        access(EventKind.READ, Access.READ, object, field);
    }

    /// Before a field is written.
    public static void write(@Nullable Shadowed object, String field) {
        access(EventKind.WRITE, Access.WRITE, object, field);
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

    /// Before an element of an array is read or written.
    public static void array(@Nullable Object array) {
        Machine.current().point(Access.WRITE, Shared.ARRAYS, 0);
    }

    /// Before a jump backwards.
    public static void loop() {
        Machine.current().loop();
    }

    private static void access(EventKind kind, Access access, @Nullable Shadowed object, String field) {
        Machine machine = Machine.current();
        machine.pointAtField(access, object, field);
        if (object != null) {
            Memory memory = object.yank$memory();
            machine.emit(kind, memory == null ? 0 : memory.id(), 0, field);
        }
    }
}

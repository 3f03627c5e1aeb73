package dev.yank.harness.kernel.rust;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Memory;
import dev.yank.harness.kernel.Shadowed;
import dev.yank.harness.kernel.Struct;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// A `void *` in the hands of C, made by [ForeignOwnable#into_foreign]: borrowed now and then, and taken back
/// once.
///
/// @param <T> what was handed over
public final class Foreign<T> extends Struct {

    private static final int SENTINEL = -1;
    private static final int SHARED = 0;
    private static final int MUTABLE = 1;

    private final ForeignOwnable<T> type;
    private final Object pointer;

    private Foreign(ForeignOwnable<T> type, Object pointer) {
        this.type = type;
        this.pointer = pointer;
    }

    /// Gives the ownership of an object to C.
    ///
    /// @return the pointer, or null where the type gives null
    public static <T> @Nullable Foreign<T> into_foreign(ForeignOwnable<T> type, T object) {
        Machine machine = Machine.current();
        machine.point();
        Object pointer = type.into_foreign(object);
        if (pointer == null) {
            machine.emit(EventKind.INTO_FOREIGN, 0, identity(machine, object), "");
            return null;
        }
        var foreign = new Foreign<>(type, pointer);
        machine.emit(EventKind.INTO_FOREIGN, foreign, identity(machine, object), "");
        return foreign;
    }

    /// Takes the ownership back.
    public T from_foreign() {
        Machine machine = Machine.current();
        machine.point();
        T object = type.from_foreign(pointer);
        machine.emit(EventKind.FROM_FOREIGN, this, identity(machine, object), "");
        return object;
    }

    /// Looks at the object without taking it back; others may look at the same time.
    public Borrowed<T> borrow() {
        return borrow(SHARED);
    }

    /// Changes the object without taking it back; nobody else may look meanwhile.
    public Borrowed<T> borrow_mut() {
        return borrow(MUTABLE);
    }

    private Borrowed<T> borrow(int how) {
        Machine machine = Machine.current();
        machine.point();
        machine.emit(EventKind.BORROW, this, how, "");
        return new Borrowed<>(this, how, type.from_foreign(pointer));
    }

    /// A borrow that ends when it is closed.
    public static final class Borrowed<T> implements AutoCloseable {

        private final Foreign<T> from;
        private final int how;
        private final T object;

        @Var
        private boolean isGivenBack;

        private Borrowed(Foreign<T> from, int how, T object) {
            this.from = from;
            this.how = how;
            this.object = object;
        }

        /// What was borrowed, until it is given back.
        public T get() {
            if (isGivenBack) {
                Machine.current().emit(EventKind.STALE_GUARD, from, 0, "");
            }
            return object;
        }

        @Override
        public void close() {
            isGivenBack = true;
            Machine.current().emit(EventKind.BORROW_END, from, how, "");
        }
    }

    /// What tells an object from every other; a value without content is like all others of its kind.
    private static int identity(Machine machine, @Nullable Object object) {
        return switch (object) {
            case Struct struct -> struct.id(machine);
            case Shadowed shadowed -> {
                Memory memory = shadowed.yank$memory();
                yield memory == null ? SENTINEL : memory.id();
            }
            case null, default -> SENTINEL;
        };
    }
}

package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// `struct idr`: objects by number. Whoever looks one up must make sure that it is not freed meanwhile: by a lock that
/// whoever removes it takes too, and by a reference for the time after the lock.
///
/// Source: `include/linux/idr.h`, Linux kernel, M. Wilcox, 2016.
public final class Idr extends Struct {

    @Var
    private @Nullable Object[] entries = new Object[4];

    /// Puts an object behind a number.
    ///
    /// @return the number, -ENOMEM, or -ENOSPC where the number is taken
    public static int idr_alloc(Idr idr, Object object, int id) {
        Machine machine = Machine.current();
        machine.use(idr, "idr_alloc");
        if (!machine.mayAcquire("idr_alloc")) {
            return -Errno.ENOMEM;
        }
        if (id >= idr.entries.length) {
            idr.entries = Arrays.copyOf(idr.entries, 2 * id);
        }
        if (idr.entries[id] != null) {
            return -Errno.ENOSPC;
        }
        idr.entries[id] = object;
        tell(machine, EventKind.LISTED, idr, object);
        return id;
    }

    /// The object behind a number, or null.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // void *: the caller knows what it is
    public static <T> @Nullable T idr_find(Idr idr, int id) {
        Machine machine = Machine.current();
        machine.use(Access.READ, idr, "idr_find");
        Object object = id < idr.entries.length ? idr.entries[id] : null;
        if (object != null) {
            tell(machine, EventKind.FOUND, idr, object);
        }
        return (T) object;
    }

    /// Takes it out.
    public static void idr_remove(Idr idr, int id) {
        Machine machine = Machine.current();
        machine.use(idr, "idr_remove");
        Object object = id < idr.entries.length ? idr.entries[id] : null;
        if (object != null) {
            idr.entries[id] = null;
            tell(machine, EventKind.UNLISTED, idr, object);
        }
    }

    private static void tell(Machine machine, EventKind kind, Idr idr, Object object) {
        Memory memory = object instanceof Shadowed shadowed ? shadowed.yank$memory() : null;
        if (memory != null) {
            machine.emit(kind, memory.id(), idr.id(machine), "the idr");
        }
    }
}

package dev.yank.harness.kernel;

import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// `<linux/slab.h>`: memory that lives until it is freed.
public final class Slab {

    private Slab() {}

    /// Puts a new object on the heap: `kzalloc(new State())` for `kzalloc(sizeof(*state), GFP_KERNEL)`.
    ///
    /// @return the object, or null where memory is short
    public static <T> @Nullable T kzalloc(T object) {
        return allocate(object, 0, "kzalloc") ? object : null;
    }

    /// Frees an object that is on the heap; null is allowed, as in Linux.
    public static void kfree(@Nullable Object object) {
        if (object == null) {
            return;
        }
        Machine machine = Machine.current();
        Memory memory = memoryOf(object);
        machine.pointAtFree(memory);
        memory.free(machine);
    }

    static boolean allocate(Object object, int device, String function) {
        Machine machine = Machine.current();
        machine.point(Access.READ, Shared.ACQUISITIONS, 0);
        if (!machine.mayAcquire(function)) {
            return false;
        }
        if (!(object instanceof Shadowed shadowed)) {
            throw new IllegalArgumentException(function + " needs an object of a class of the driver, but got a "
                    + object.getClass().getName() + ".");
        }
        if (shadowed.yank$memory() != null) {
            throw new IllegalArgumentException(function + " needs a new object, but this "
                    + object.getClass().getSimpleName() + " is on the heap already.");
        }
        Memory memory = new Memory(machine, object);
        shadowed.yank$adopt(memory);
        machine.emit(EventKind.ALLOC, memory.id(), device, "");
        return true;
    }

    static Memory memoryOf(Object object) {
        Memory memory = object instanceof Shadowed shadowed ? shadowed.yank$memory() : null;
        if (memory == null) {
            throw new IllegalArgumentException("kfree needs an object that was allocated with kzalloc, but this "
                    + object.getClass().getSimpleName() + " was not.");
        }
        return memory;
    }
}

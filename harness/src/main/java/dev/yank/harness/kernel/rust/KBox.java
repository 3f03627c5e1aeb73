package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import dev.yank.harness.kernel.Struct;
import org.jspecify.annotations.Nullable;

/// `KBox<T>`: the only owner of an object on the heap.
public final class KBox<T> extends Struct implements Drop {

    private final T object;

    private KBox(T object) {
        this.object = object;
    }

    /// `KBox::new(object, GFP_KERNEL)`.
    ///
    /// @return the box, or null where memory is short
    public static <T> @Nullable KBox<T> kbox_new(T object) {
        return kzalloc(object) == null ? null : new KBox<>(object);
    }

    /// The object.
    public T get() {
        return object;
    }

    /// Drops the object and frees its memory.
    @Override
    public void drop() {
        Drop.drop(object);
        kfree(object);
    }
}

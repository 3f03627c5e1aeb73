package dev.yank.harness.kernel.rust;

import org.jspecify.annotations.Nullable;

/// `Weak<T>`: a reference that does not keep the value alive and can be upgraded as long as somebody else
/// does.
public final class Weak<T> {

    private final Arc.Inner<T> inner;

    Weak(Arc.Inner<T> inner) {
        this.inner = inner;
    }

    /// A strong reference, or null where the value was dropped.
    public @Nullable Arc<T> upgrade() {
        return Arc.upgrade(inner);
    }

    /// One more weak reference to the same value.
    public Weak<T> cloned() {
        return new Weak<>(inner.oneMoreWeak());
    }

    /// `as_ptr`: where the value is, or was.
    public T as_ptr() {
        return inner.data;
    }

    /// Drops this reference.
    public void drop() {
        inner.dropWeak();
    }
}

package dev.yank.harness.kernel.rust;

import org.jspecify.annotations.Nullable;

/// `trait ForeignOwnable`: how an object of Rust becomes a `void *` that C keeps, and comes back.
///
/// Source: Patch 2/5, rust: types: introduce ForeignOwnable, W. Almeida Filho, 2023.
///
/// @param <T> what is handed over
public interface ForeignOwnable<T> {

    /// Gives ownership away.
    ///
    /// @return the pointer, which must not be null: C takes null for nothing
    @Nullable
    Object into_foreign(T object);

    /// Takes ownership back.
    ///
    /// @param pointer what [#into_foreign] gave
    T from_foreign(Object pointer);

    /// `impl<T> ForeignOwnable for KBox<T>` and `for Arc<T>`: the pointer to what they own.
    static <T> ForeignOwnable<T> pointer() {
        return new ForeignOwnable<>() {
            @Override
            public Object into_foreign(T object) {
                return object;
            }

            @Override
            @SuppressWarnings("unchecked") // what into_foreign gave
            public T from_foreign(Object pointer) {
                return (T) pointer;
            }
        };
    }
}

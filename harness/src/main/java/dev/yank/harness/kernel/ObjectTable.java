package dev.yank.harness.kernel;

import org.jspecify.annotations.Nullable;

/// A module without a device: it keeps one counted object in a table, where others look it up, and hands out
/// references to it. A strong reference keeps the object, a weak one only its storage.
///
/// Whoever calls holds the reference that it passes, and never passes one reference to two calls at a time.
///
/// @param <S> strong references
/// @param <W> weak references
public non-sealed interface ObjectTable<S, W> extends Driver {

    /// Makes an object and puts it into the table.
    ///
    /// @return the reference that the table holds, or null where memory is short
    @Nullable
    S insert();

    /// Takes the object out of the table, and drops the reference of the table.
    void remove();

    /// Looks the object up.
    ///
    /// @return a new reference, or null where there is none in the table
    @Nullable
    S lookup();

    /// One more strong reference.
    S get(S reference);

    /// Drops a strong reference.
    void put(S reference);

    /// Reads the object.
    int read(S reference);

    /// A weak reference to the same object.
    W downgrade(S reference);

    /// A strong reference, or null where nobody has one any more.
    @Nullable
    S upgrade(W reference);

    /// One more weak reference.
    W get_weak(W reference);

    /// Drops a weak reference.
    void put_weak(W reference);

    /// The object that a strong reference keeps. An address, not an access.
    Object object(S reference);

    /// The storage that a weak reference keeps. An address, not an access.
    Object storage(W reference);
}

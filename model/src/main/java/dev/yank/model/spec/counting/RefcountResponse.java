package dev.yank.model.spec.counting;

/// What a reference count answers.
public sealed interface RefcountResponse {

    /// The caller has one reference more.
    record Taken() implements RefcountResponse {}

    /// There is no reference left, so that the caller gets none.
    record Refused() implements RefcountResponse {}

    /// The reference is given back and others are left.
    record Remaining() implements RefcountResponse {}

    /// The last reference is given back: it is for this caller to release the object.
    record Last() implements RefcountResponse {}

    /// How many references there are.
    ///
    /// @param references at least 0
    record Count(int references) implements RefcountResponse {}
}

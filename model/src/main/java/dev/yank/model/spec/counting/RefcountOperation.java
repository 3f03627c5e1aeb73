package dev.yank.model.spec.counting;

/// What holders, and those who would like to be, ask of a reference count.
public sealed interface RefcountOperation {

    /// One reference more, by somebody who holds one.
    record Get() implements RefcountOperation {}

    /// One reference more unless there is none left: the upgrade of a weak reference.
    record GetUnlessZero() implements RefcountOperation {}

    /// A holder gives its reference back.
    record Put() implements RefcountOperation {}

    /// Asks how many references there are.
    record Read() implements RefcountOperation {}
}

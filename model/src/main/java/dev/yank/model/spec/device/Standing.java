package dev.yank.model.spec.device;

/// How a handle stands to the device.
sealed interface Standing {

    /// No open file has the handle.
    record NotOpen() implements Standing {}

    /// The file belongs to the instance that is bound.
    record Live() implements Standing {}

    /// The file belongs to an instance that is gone.
    record Dead() implements Standing {}
}

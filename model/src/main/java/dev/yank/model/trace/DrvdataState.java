package dev.yank.model.trace;

/// Where the private data of a device is in its life (rule R13).
public enum DrvdataState {
    /// Not set since the device was bound.
    UNSET,
    /// Set, and the device is not fully unbound.
    SET,
    /// The device is fully unbound.
    GONE
}

package dev.yank.model.trace;

/// Where the private data of a device is in its life (rule R13).
public enum DrvdataState {
    /// Not set since the device was bound.
    UNSET,
    /// Set, and the device is not fully unbound.
    SET,
    /// The device is fully unbound.
    GONE,
    /// Set once, and taken back by the driver.
    CLEARED;

    /// What it comes to when the driver sets it to null.
    public DrvdataState cleared() {
        return this == UNSET ? UNSET : CLEARED;
    }
}

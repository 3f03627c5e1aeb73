package dev.yank.model.spec.device;

/// The state of a device at the beginning of a history.
public enum Initially {
    /// No driver is bound; a probe comes first.
    GONE,
    /// A driver is bound and nobody has opened the device.
    BOUND
}

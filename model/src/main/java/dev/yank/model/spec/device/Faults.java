package dev.yank.model.spec.device;

/// Whether the kernel around the driver fails on purpose.
public enum Faults {
    /// Allocations and registrations succeed.
    NONE,
    /// Any of them may fail: open, probe and accesses may answer `-ENOMEM`, and probe `-EBUSY`, without any
    /// effect.
    INJECTED
}

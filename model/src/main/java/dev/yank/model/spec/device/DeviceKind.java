package dev.yank.model.spec.device;

/// The kinds of device for which there is a specification.
public enum DeviceKind {
    /// A character device with one register, a factorial unit and DMA.
    REGISTER,
    /// Eight general-purpose lines with events.
    GPIO,
    /// A device that reports events and does nothing else, such as a touch screen.
    EVENTS,
    /// A counted object in a table, without any device: processes hold references to it.
    OBJECT
}

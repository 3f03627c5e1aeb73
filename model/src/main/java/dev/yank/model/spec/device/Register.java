package dev.yank.model.spec.device;

/// What a character device remembers: one register.
///
/// @param content from 0
/// @param suspect whether the device may lie, so that its driver may have given it up
public record Register(int content, boolean suspect) {

    static final Register RESET = new Register(0);

    /// A register of a device that does not lie.
    public Register(int content) {
        this(content, false);
    }

    Register with(int value) {
        return new Register(value, suspect);
    }
}

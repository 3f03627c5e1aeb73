package dev.yank.model.spec.device;

/// What a character device remembers: one register.
///
/// @param content from 0
public record Register(int content) {

    static final Register RESET = new Register(0);
}

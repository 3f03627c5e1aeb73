package dev.yank.drivers.pl061;

/// `struct pl061_context_save_regs`: what suspend saves and resume restores.
///
/// @param data the levels of the outputs
public record SavedRegisters(int data, int dir, int is, int ibe, int iev, int ie) {}

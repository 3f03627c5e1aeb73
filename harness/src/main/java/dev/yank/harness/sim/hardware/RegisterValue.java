package dev.yank.harness.sim.hardware;

/// What a register holds.
///
/// @param offset bytes from the start of the region
/// @param length how many bytes of addresses it takes up
/// @param name its name in the device's documentation
/// @param value the bits
public record RegisterValue(int offset, int length, String name, long value) {}

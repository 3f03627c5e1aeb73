package dev.yank.harness.kernel;

/// `struct resource`: a range of registers of a device.
///
/// @param device the device that the registers belong to
/// @param registers the hardware behind the range
public record Resource(Device device, RegisterBlock registers) {}

package dev.yank.harness.sim.hardware;

import java.util.List;

/// A device whose registers lie in a region of memory addresses.
///
/// No access throws for what a driver did: what the device does not allow is told to its [HardwareLog], and
/// answered as the device would answer.
public interface MmioDevice {
    /// The size of the region in bytes.
    long size();

    /// Reads a register.
    ///
    /// @param offset bytes from the start of the region
    /// @param bytes width of the access: 1, 2, 4 or 8
    /// @return the value, zero-extended; the upper bits beyond the width are 0
    long read(long offset, int bytes);

    /// Writes a register.
    ///
    /// @param offset bytes from the start of the region
    /// @param bytes width of the access: 1, 2, 4 or 8
    /// @param value the bits to write; those beyond the width are ignored
    void write(long offset, int bytes, long value);

    /// What the registers with a state hold, in the order of their offsets, without the effects that reading them
    /// has; empty while the device is out of its slot.
    List<RegisterValue> registers();

    /// Returns every register to its reset value, and lowers the interrupt line. What the outside world
    /// drives into the device stays.
    void reset();
}

package dev.yank.harness.sim.hardware;

/// Memory as a bus-mastering device sees it.
///
/// A transfer happens whole or not at all. The memory refuses one that touches an address without a DMA
/// mapping; the device then reports it to its [HardwareLog].
public interface SystemMemory {
    /// Writes bytes of the device to memory.
    ///
    /// @param busAddress first address, as seen by the device
    /// @param data the bytes to write; the memory keeps no reference to it
    /// @return false if the memory refused, and nothing was written
    boolean copyFromDevice(long busAddress, byte[] data);

    /// Reads memory for the device.
    ///
    /// @param busAddress first address, as seen by the device
    /// @param into filled completely, or left alone
    /// @return false if the memory refused, and nothing was read
    boolean copyToDevice(long busAddress, byte[] into);
}

package dev.yank.harness.sim.hardware;

/// Where a model reports what software did wrong to it: reserved registers, wrong sizes, DMA out of range.
///
/// A report is an observation, not a verdict: the device has answered already, in its own way.
@FunctionalInterface
public interface HardwareLog {
    /// Reports one access or transfer.
    ///
    /// @param sentence what was done, where, and how the device took it
    void guestError(String sentence);

    /// Says that the device misbehaves, which only an untrusted one does.
    ///
    /// @param sentence how
    default void lie(String sentence) {}

    /// Reports that software has the device work which it has reset and not set up again.
    ///
    /// @param sentence what it was told
    default void afterReset(String sentence) {}
}

package dev.yank.harness.sim.hardware;

/// How a model asks for something to happen later. When it happens, and in which order among other things, is
/// a decision of the simulated kernel.
public interface DeviceClock {
    /// Asks for a completion. The clock never runs it inside this call, and runs it at most once.
    ///
    /// @param virtualNanos how long the hardware takes, in nanoseconds of virtual time
    /// @param completion what the device does then
    /// @return a token for [#cancel]
    int after(long virtualNanos, Runnable completion);

    /// Takes a request back: its completion never runs. A token whose completion has run already is ignored.
    void cancel(int token);
}

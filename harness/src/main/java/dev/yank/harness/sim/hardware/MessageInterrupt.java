package dev.yank.harness.sim.hardware;

/// Where a function's message-signalled interrupts go. Address and data are in its configuration space.
@FunctionalInterface
public interface MessageInterrupt {
    /// One message, hence one interrupt: messages have no level and are not taken back.
    void send();
}

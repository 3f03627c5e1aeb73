package dev.yank.harness.kernel;

/// How interrupts and timers are to a task: bits as the detail of a `LOCK` event has them.
final class Interrupts {

    /// Interrupts are off.
    static final int OFF = 2;

    /// Timers are off, interrupts may be on.
    static final int TIMERS_OFF = 4;

    /// It is an interrupt handler.
    static final int HANDLER = 8;

    /// It is the callback of a timer.
    static final int TIMER = 16;

    /// The lock was tried: whoever tries never waits.
    static final int TRIED = 32;

    /// The declaration of a lock lies above these bits.
    static final int BITS = 6;

    private Interrupts() {}
}

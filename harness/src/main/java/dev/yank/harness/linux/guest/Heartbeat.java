package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;

/// Whether a guest that performs a program is alive.
///
/// A kernel may die so that nobody hears of it: a task that failed with a spinlock held leaves the others spinning.
/// Then
/// the agent does not get to run any more.
final class Heartbeat {

    /// So long without a beat is death; an agent that gets to run beats every 20 ms.
    private static final long SILENCE_NS = 10_000_000_000L;

    private final long until;

    @Var
    private int beats;

    @Var
    private long lastHeard;

    /// @param patience how long the whole program may take
    /// @param beats what the agent counts at the beginning
    /// @param now the time of the host, in nanoseconds
    Heartbeat(Patience patience, int beats, long now) {
        this.until = now + patience.wholeMilliseconds() * 1_000_000L;
        this.beats = beats;
        this.lastHeard = now;
    }

    /// Whether it is worth while to wait on. Of an agent that has never counted nothing is known but the patience.
    boolean goesOn(int counted, long now) {
        if (counted != beats || counted == 0) {
            beats = counted;
            lastHeard = now;
        }
        return now - until < 0 && now - lastHeard < SILENCE_NS;
    }
}

package dev.yank.harness.linux.guest;

import java.util.List;

/// What became of one program in a guest.
///
/// @param end how it ended
/// @param outcomes of each operation of each process
/// @param stalled when nothing had happened for long for the first time, in nanoseconds of the guest, or 0
/// @param text where whoever was in flight then slept, in the kernel's words
public record AgentRun(End end, List<List<AgentOutcome>> outcomes, long stalled, String text) {

    /// How it ended.
    public enum End {
        /// Every process came to its end.
        DONE,
        /// Every process came to its end, and the kernel has written to its log: the agent waits until that was read.
        WARNED,
        /// Some did not, in spite of signals: the guest is of no use any more.
        STUCK,
        /// The guest went away, or its agent said nothing any more.
        GONE
    }

    /// Copies the outcomes.
    public AgentRun(End end, List<List<AgentOutcome>> outcomes, long stalled, String text) {
        this.end = end;
        this.outcomes = outcomes.stream().map(List::copyOf).toList();
        this.stalled = stalled;
        this.text = text;
    }
}

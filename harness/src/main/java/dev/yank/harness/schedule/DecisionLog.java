package dev.yank.harness.schedule;

/// Hears of every decision as it is taken.
@FunctionalInterface
public interface DecisionLog {

    /// Decision number `decision` was for `task`; the ordinary one would have been for `ordinary`.
    void decided(int decision, int task, int ordinary);
}

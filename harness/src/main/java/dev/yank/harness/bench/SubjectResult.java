package dev.yank.harness.bench;

import dev.yank.harness.kernel.TestSubject.Wrong;

/// What one strategy needed for one subject.
///
/// @param subject the name of the subject
/// @param wrong what is wrong with it
/// @param strategy the name of the strategy
/// @param first how many schedules it took to find something
/// @param executions how many executions there were in all trials
public record SubjectResult(String subject, Wrong wrong, String strategy, FirstFindings first, long executions) {

    /// Whether every trial found the bug, or, where there is none, none found anything.
    public boolean asExpected() {
        return wrong == Wrong.NOTHING ? first.found() == 0 : first.areComplete();
    }
}

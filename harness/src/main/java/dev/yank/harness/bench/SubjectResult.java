package dev.yank.harness.bench;

import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// What one strategy needed for one subject.
///
/// @param subject the name of the subject
/// @param wrong what is wrong with it
/// @param strategy the name of the strategy
/// @param schedules the schedules up to and including the one that found something, for each trial that did,
/// in increasing order
/// @param trials how many trials there were
/// @param executions how many executions there were in all trials
public record SubjectResult(
        String subject, Wrong wrong, String strategy, List<Integer> schedules, int trials, long executions) {

    public SubjectResult(
            String subject, Wrong wrong, String strategy, List<Integer> schedules, int trials, long executions) {
        this.subject = subject;
        this.wrong = wrong;
        this.strategy = strategy;
        this.schedules = schedules.stream().sorted().toList();
        this.trials = trials;
        this.executions = executions;
    }

    /// In how many trials something was found.
    public int found() {
        return schedules.size();
    }

    /// The mean over the trials that found something, as the published figures are taken.
    public OptionalDouble mean() {
        return schedules.stream().mapToInt(Integer::intValue).average();
    }

    /// The median over the trials that found something; of two in the middle their mean.
    public OptionalDouble median() {
        int half = found() / 2;
        return found() == 0
                ? OptionalDouble.empty()
                : found() % 2 == 1
                        ? OptionalDouble.of(schedules.get(half))
                        : OptionalDouble.of((schedules.get(half - 1) + schedules.get(half)) / 2.0);
    }

    /// The most that a trial needed.
    public int most() {
        return found() == 0 ? 0 : Collections.max(schedules);
    }

    /// Whether every trial found the bug, or, where there is none, none found anything.
    public boolean asExpected() {
        return wrong == Wrong.NOTHING ? found() == 0 : found() == trials;
    }
}

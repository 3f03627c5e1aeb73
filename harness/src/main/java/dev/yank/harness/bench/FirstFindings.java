package dev.yank.harness.bench;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/// How many executions it took to find something, in many trials.
///
/// @param executions up to and including the one that found something, for each trial that did, in increasing
/// order
/// @param trials how many trials there were
public record FirstFindings(List<Integer> executions, int trials) {

    public FirstFindings(List<Integer> executions, int trials) {
        this.executions = executions.stream().sorted().toList();
        this.trials = trials;
    }

    /// In how many trials something was found.
    public int found() {
        return executions.size();
    }

    /// The mean over the trials that found something, as the published figures are taken.
    public OptionalDouble mean() {
        return executions.stream().mapToInt(Integer::intValue).average();
    }

    /// The median over the trials that found something; of two in the middle their mean.
    public OptionalDouble median() {
        int half = found() / 2;
        return found() == 0
                ? OptionalDouble.empty()
                : found() % 2 == 1
                        ? OptionalDouble.of(executions.get(half))
                        : OptionalDouble.of((executions.get(half - 1) + executions.get(half)) / 2.0);
    }

    /// The most that a trial needed that found something; 0 where none did.
    public int most() {
        return found() == 0 ? 0 : Collections.max(executions);
    }

    /// The mean over all trials, where one that found nothing counts as `most` executions: what strategies are
    /// compared by.
    public double meanUpTo(int most) {
        long counted = executions.stream().mapToLong(Integer::longValue).sum();
        return (counted + (double) (trials - found()) * most) / trials;
    }

    /// Whether every trial found something.
    public boolean areComplete() {
        return found() == trials;
    }
}

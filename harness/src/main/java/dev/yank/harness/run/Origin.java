package dev.yank.harness.run;

/// Where a counterexample was found, before it was shrunk.
///
/// @param execution the number of the execution that found it, from 1, among those of its driver
/// @param strategy the strategy that found it
/// @param operations how many operations its program had
/// @param switches how many times its schedule left the ordinary order
public record Origin(long execution, String strategy, int operations, int switches) {}

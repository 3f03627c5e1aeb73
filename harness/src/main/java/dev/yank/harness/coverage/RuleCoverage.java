package dev.yank.harness.coverage;

/// How thoroughly one rule was exercised.
///
/// @param executions how many executions exercised it
/// @param histories how many distinct histories those executions had
/// @param pairs how many distinct orderings of access pairs occurred in them
public record RuleCoverage(long executions, long histories, long pairs) {}

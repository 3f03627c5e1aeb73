package dev.yank.harness.coverage;

/// How much had been seen after so many executions.
///
/// @param executions how many there had been
/// @param histories how many distinct histories
/// @param pairs how many distinct orderings of access pairs
public record GrowthPoint(long executions, long histories, long pairs) {}

package dev.yank.harness.bench;

import dev.yank.model.rule.RuleId;

/// How soon one strategy catches one driver that is known to break a rule.
///
/// @param driver the name of the driver
/// @param rule the rule that it breaks
/// @param strategy the name of the strategy
/// @param first how many executions it took to see that rule broken
public record DriverCatch(String driver, RuleId rule, String strategy, FirstFindings first) {}

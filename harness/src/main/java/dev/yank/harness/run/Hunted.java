package dev.yank.harness.run;

import dev.yank.model.rule.RuleId;
import java.util.Optional;

/// What became of a known-bad driver, or of a mutant, under one strategy.
///
/// @param rule the rule that it was caught for; empty where it survived
/// @param executions the number of the execution that caught it, from 1; how many there were where it
///     survived
public record Hunted(Optional<RuleId> rule, long executions) {

    public boolean isKilled() {
        return rule.isPresent();
    }
}

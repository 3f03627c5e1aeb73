package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.rule.RuleId;

/// An execution that broke a rule, as it was found.
///
/// @param rule the rule
/// @param program what was performed
/// @param schedule how
/// @param decisions how many decisions were taken
/// @param strategy which strategy took them
/// @param execution the number of the execution within its unit, from 1
public record Sighting(
        RuleId rule, Program program, Schedule schedule, int decisions, String strategy, long execution) {}

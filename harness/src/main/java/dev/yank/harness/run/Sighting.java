package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.schedule.Schedule;
import dev.yank.model.rule.RuleId;
import java.util.Optional;

/// An execution that broke a rule, as it was found.
///
/// @param signature the rule, and what saw it broken where
/// @param program what was performed
/// @param shape the shape that the program was drawn from, where it was drawn
/// @param schedule how
/// @param decisions how many decisions were taken
/// @param strategy which strategy took them
/// @param execution the number of the execution within its unit, from 1
public record Sighting(
        Signature signature,
        Program program,
        Optional<Shape> shape,
        Schedule schedule,
        int decisions,
        String strategy,
        long execution) {

    /// The rule that was broken.
    public RuleId rule() {
        return signature.rule();
    }

    /// Whether it has fewer operations than the other, or as many and fewer switches.
    boolean isShorterThan(Sighting other) {
        int operations = program.size() - other.program.size();
        return operations != 0
                ? operations < 0
                : schedule.preemptions().size() < other.schedule.preemptions().size();
    }
}

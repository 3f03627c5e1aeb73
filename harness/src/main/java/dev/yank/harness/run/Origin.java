package dev.yank.harness.run;

import dev.yank.harness.program.Shape;
import dev.yank.harness.shrink.Minimality;
import java.util.Optional;

/// Where a counterexample was found, and what it was before it was shrunk.
///
/// @param execution the number of the execution that found it, from 1, among those of its driver
/// @param strategy the strategy that found it
/// @param operations how many operations its program had
/// @param processes how many processes
/// @param switches how many times its schedule left the ordinary order
/// @param minimality what is known about the shrunk one
/// @param shape the shape that its program was drawn from, where it was drawn
public record Origin(
        long execution,
        String strategy,
        int operations,
        int processes,
        int switches,
        Minimality minimality,
        Optional<Shape> shape) {

    /// Something found that was not shrunk.
    public Origin(long execution, String strategy, int operations, int switches) {
        this(execution, strategy, operations, 0, switches, Minimality.UNKNOWN, Optional.empty());
    }

    /// This origin, of something of which that much is known.
    Origin with(Minimality known) {
        return new Origin(execution, strategy, operations, processes, switches, known, shape);
    }
}

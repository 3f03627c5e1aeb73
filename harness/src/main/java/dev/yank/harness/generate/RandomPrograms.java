package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.spec.device.DeviceKind;

/// Draws programs outside a property, one a seed: first the shape, then a program of that shape. Has no state, so
/// that callers never wait for each other.
public final class RandomPrograms {

    private final int fewest;
    private final int most;

    /// @param fewest how many processes a program has at least
    /// @param most how many it has at most
    public RandomPrograms(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    /// The shape that the program of a seed has.
    public Shape shape(DeviceKind kind, long seed) {
        return new RandomShape(kind, new SplitMix(SplitMix.derive(seed, 0))).draw(fewest, most);
    }

    /// The program of a seed.
    public Program program(DeviceKind kind, long seed) {
        Program drawn = new ShapedProgram(kind, shape(kind, seed), new SplitMix(SplitMix.derive(seed, 1))).draw();
        return kind == DeviceKind.REGISTER
                ? new OptionalOperations(new SplitMix(SplitMix.derive(seed, 2))).addTo(drawn)
                : drawn;
    }
}

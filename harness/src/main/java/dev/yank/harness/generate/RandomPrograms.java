package dev.yank.harness.generate;

import dev.yank.harness.program.Program;
import dev.yank.model.spec.device.DeviceKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/// Draws programs outside a property, one a seed.
public final class RandomPrograms {

    private static final int GENERATION_SIZE = 1000;

    private final Map<DeviceKind, RandomGenerator<Program>> generators = new EnumMap<>(DeviceKind.class);

    /// @param fewest how many processes a program has at least
    /// @param most how many it has at most
    public RandomPrograms(int fewest, int most) {
        if (JqwikSession.isActive()) { // sessions cannot be nested
            makeGenerators(fewest, most);
        } else {
            JqwikSession.run(() -> makeGenerators(fewest, most));
        }
    }

    private void makeGenerators(int fewest, int most) {
        for (DeviceKind kind : DeviceKind.values()) {
            generators.put(kind, Programs.of(kind, fewest, most).generator(GENERATION_SIZE));
        }
    }

    /// The program of a seed. Callers may be many; they take turns.
    public synchronized Program program(DeviceKind kind, long seed) {
        RandomGenerator<Program> generator = generators.get(kind);
        if (generator == null) {
            throw new IllegalStateException("No programs are known for " + kind + ".");
        }
        if (!JqwikSession.isActive()) {
            JqwikSession.start(); // for this thread, as long as it lives
        }
        return generator.next(new Random(seed)).value();
    }
}

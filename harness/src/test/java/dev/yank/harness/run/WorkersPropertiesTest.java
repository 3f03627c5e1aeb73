package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.program.Shape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What a trial comes to depends on its seed and on how many executions it may have, and on nothing else.
final class WorkersPropertiesTest {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

    private static final ProgramSource SWARM = new ProgramSource() {
        private final RandomPrograms programs = new RandomPrograms(2, 4);

        @Override
        public Program program(DeviceUnderTest device, long seed) {
            return programs.program(device.kind(), seed);
        }

        @Override
        public Optional<Shape> shape(DeviceUnderTest device, long seed) {
            return Optional.of(programs.shape(device.kind(), seed));
        }
    };

    @Provide
    Arbitrary<String> drivers() {
        return Arbitraries.of("LeakyChip", "GotoFailChip", "HastyChip", "QuietChip");
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void theNumberOfWorkersChangesNothing(
            @ForAll long seed, @ForAll("drivers") String driver, @ForAll KeepGoing keepGoing) {
        LoadedDriver loaded = TestDrivers.load(driver);
        List<List<Object>> results = new ArrayList<>();
        for (int workers = 1; workers <= 3; workers++) {
            var settings = new TrialSettings(
                    seed,
                    "portfolio",
                    workers,
                    Optional.of(240L),
                    SWARM,
                    keepGoing,
                    ShrinkingLog.SILENT,
                    Optional.empty());
            results.add(withoutTime(new Trial(loaded, settings, TestDrivers.NO_PROGRESS).run(LONG_ENOUGH)));
        }
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    private static List<Object> withoutTime(DriverResult result) {
        return List.of(
                result.verdict(),
                result.executions(),
                result.toFirst(),
                result.seen(),
                result.witnessed(),
                result.coverage(),
                result.groups(),
                result.counterexample());
    }
}

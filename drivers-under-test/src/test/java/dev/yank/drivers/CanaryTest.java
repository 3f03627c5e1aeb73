package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.CanaryCheck;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.ProgramSource;
import dev.yank.harness.run.TrialSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static final RandomPrograms RANDOM = new RandomPrograms(2, 4);

    @Test
    void aHarnessThatWorksCatchesIt() {
        ProgramSource programs = (device, seed) -> RANDOM.program(device.kind(), seed);
        assertThatCode(() -> CanaryCheck.check(DriverCatalog.ofProject(), settings(programs)))
                .doesNotThrowAnyException();
    }

    /// Programs that never open the device are a harness that finds nothing.
    @Test
    void aHarnessThatExploresNothingLetsItSurvive() {
        ProgramSource nothing = (_, _) -> new Program(List.of(), List.of(), 0);
        assertThatThrownBy(() -> CanaryCheck.check(DriverCatalog.ofProject(), settings(nothing)))
                .isInstanceOf(HarnessFailure.class)
                .hasMessageStartingWith("The canary survived 2000 executions");
    }

    private static TrialSettings settings(ProgramSource programs) {
        return new TrialSettings(1, "portfolio", 1, Optional.empty(), programs);
    }
}

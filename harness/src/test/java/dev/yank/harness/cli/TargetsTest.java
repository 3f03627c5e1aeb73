package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Directed;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.harness.targets.Target;
import dev.yank.harness.targets.Target.Abilities;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What both targets say of themselves, and that the simulated one keeps it.
final class TargetsTest {

    @Test
    void theListSaysWhoChoosesAndWhatIsSeen() {
        String listed = Said.by("list", "targets").out();
        assertThat(listed.lines().toList())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("simulated") && line.contains("Yank chooses"))
                .anyMatch(line -> line.startsWith("linux") && line.contains("chooses its schedules itself"))
                .anyMatch(line -> line.contains("devices: ") && line.contains("edu"))
                .anyMatch(line -> line.contains("devices: ") && line.contains("nvme"));
    }

    @Test
    void aTargetWhoseScheduleIsChosenRepeatsAnExecution() {
        LoadedDriver driver = DriverCatalog.ofProject().all().getFirst();
        try (Target<Directed, Judged> target = new Explorer(driver)) {
            Abilities abilities = target.abilities();
            assertThat(abilities.schedule()).isEqualTo(Target.Schedule.CHOSEN);
            assertThat(abilities.devices())
                    .containsExactly(driver.about().device().label());
            var program =
                    new RandomPrograms(2, 2).program(driver.about().device().kind(), 1);
            Supplier<Judged> once =
                    () -> target.perform(new Directed(program, new RandomWalk(), 7, Tracing.JUDGE_ONLY));
            List<Long> fingerprints = List.of(
                    once.get().outcome().fingerprint(), once.get().outcome().fingerprint());
            assertThat(fingerprints.getFirst()).isEqualTo(fingerprints.getLast());
        }
    }
}

package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.sim.Simulation.Tracing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlackBoxTest {

    private static final int DEADLY = 9;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("last");
    }

    @Test
    void theExecutionThatBringsTheJvmDownCanBeRepeated() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        int status = new ProcessBuilder(
                        java,
                        "--add-exports",
                        "java.base/jdk.internal.vm=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingRun.class.getName(),
                        file().toString(),
                        Integer.toString(DEADLY))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isEqualTo(137);
        List<BlackBox.Lost> lost = BlackBox.lost(file());
        assertThat(lost).hasSize(1);
        assertThat(lost.getFirst().worker()).isEqualTo(1);
        assertThat(lost.getFirst().execution()).isEqualTo(3);
        assertThat(lost.getFirst().driver()).isEqualTo("test-hasty");
        ReplayToken token = ReplayToken.parse(lost.getFirst().token());
        assertThat(token.rule()).isEmpty();
        assertThat(token.program()).isEqualTo(TestDrivers.small());
        assertThat(token.schedule().preemptions()).isEqualTo(firstDecisionsOfTheThirdExecution());
    }

    /// What was decided before the end came.
    private static List<Preemption> firstDecisionsOfTheThirdExecution() {
        Schedule whole = new Explorer(TestDrivers.load("HastyChip"))
                .run(TestDrivers.small(), new RandomWalk(), 3, Tracing.JUDGE_ONLY)
                .outcome()
                .schedule();
        List<Preemption> first = new ArrayList<>(whole.preemptions());
        first.removeIf(preemption -> preemption.decision() >= DEADLY);
        assertThat(first).isNotEmpty().hasSizeLessThan(whole.preemptions().size());
        return first;
    }

    @Test
    void anExecutionThatIsOverIsNotLost() throws IOException {
        try (BlackBox box = BlackBox.create(file(), 1)) {
            new Explorer(TestDrivers.load("HastyChip"), box.slot(0))
                    .run(TestDrivers.small(), new RandomWalk(), 1, Tracing.JUDGE_ONLY);
            assertThat(box.lost()).isEmpty();
            assertThat(BlackBox.lost(file())).isEmpty();
        }
    }

    @Test
    void aRunThatSaysItIsOverLostNothing() throws IOException {
        BlackBox box = BlackBox.create(file(), 1);
        box.slot(0).begins("canary", TestDrivers.small());
        assertThat(BlackBox.lost(file())).hasSize(1).isEqualTo(box.lost());
        box.close();
        assertThat(BlackBox.lost(file())).isEmpty();
    }

    @Test
    void aLongerExecutionBeforeLeavesNoDecisions() throws IOException {
        try (BlackBox box = BlackBox.create(file(), 1)) {
            BlackBox.Slot slot = box.slot(0);
            slot.begins("canary", TestDrivers.small());
            for (int decision = 0; decision < 100; decision++) {
                slot.decided(decision, 2, 1);
            }
            slot.ends();
            slot.begins("canary", TestDrivers.small());
            slot.decided(0, 1, 1);
            slot.decided(1, 2, 1);
            assertThat(ReplayToken.parse(box.lost().getFirst().token()).schedule())
                    .isEqualTo(new Schedule(List.of(new Preemption(1, 2))));
        }
    }

    @Test
    void manyDecisionsDoNotSpillIntoTheNextSlot() throws IOException {
        try (BlackBox box = BlackBox.create(file(), 2)) {
            box.slot(1).begins("canary", TestDrivers.small());
            BlackBox.Lost before = box.lost().getFirst();
            box.slot(0).begins("canary", TestDrivers.small());
            for (int decision = 0; decision < 20_000; decision++) {
                box.slot(0).decided(decision, 1, 1);
            }
            assertThat(box.lost().get(1)).isEqualTo(before);
        }
    }

    @Test
    void otherFilesAreNotBlackBoxes() throws IOException {
        assertThat(BlackBox.lost(file())).isEmpty();
        Files.writeString(file(), "something else");
        assertThat(BlackBox.lost(file())).isEmpty();
        Files.write(file(), new byte[40_000]);
        assertThat(BlackBox.lost(file())).isEmpty();
    }
}

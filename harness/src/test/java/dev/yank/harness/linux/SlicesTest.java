package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.linux.guest.AgentRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Small parts of histories that may show a bug alone.
final class SlicesTest {

    private final Runs runs = new Runs()
            .did(0, "open chip", 0, 1, 0, 10, 0)
            .did(0, "chip take-low 1", 1, 2, 20, 30, 0)
            .did(1, "open chip", 0, 3, 25, 35, 0)
            .did(0, "line set-high", 2, 0, 40, 50, 0)
            .hung(1, "chip read", 3, 60, 400_000, -4)
            .did(2, "unbind", 0, 0, 100, 400_100, 0)
            .did(0, "line close", 2, 0, 500_000, 500_010, 0);

    private Sighting sighting(List<Accusation> accusations) {
        List<Performed> history = runs.history();
        List<List<Step>> processes = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
            int process = p;
            processes.add(history.stream()
                    .filter(one -> one.process() == process)
                    .map(Performed::step)
                    .toList());
        }
        return new Sighting(new NodeProgram(processes), history, accusations, AgentRun.End.DONE, "");
    }

    private static List<String> names(NodeProgram program) {
        return program.processes().stream()
                .flatMap(List::stream)
                .map(step -> step.action().name())
                .toList();
    }

    @Test
    void aSleeperNeedsItsFileAndTheRemoval() {
        List<Accusation> accusations = NodeJudge.judge(runs.history(), List.of());
        assertThat(accusations).isNotEmpty();
        Sighting sighting = sighting(accusations);
        for (Accusation accusation : accusations) {
            assertThat(names(Slices.of(sighting, accusation.signature()).getFirst()))
                    .as(accusation.signature())
                    .containsExactly("open chip", "chip read", "unbind");
        }
    }

    @Test
    void whatIsSaidInTheLogIsLookedForInWhatWasDoneWithEachFile() {
        Sighting sighting = sighting(KernelLog.judge("WARNING: CPU: 0 PID: 1 at a.c:1 f+0x1/0x2\n"));
        List<NodeProgram> parts =
                Slices.of(sighting, sighting.accusations().getFirst().signature());
        assertThat(parts.stream().map(SlicesTest::names))
                .contains(List.of("open chip", "chip take-low 1", "line set-high", "line close", "unbind"))
                .allMatch(names -> names.contains("unbind"));
    }
}

package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Partial-order reduction rests on what steps say that they touch. If they say enough, the steps of an
/// execution can be taken in any other order that keeps those that conflict in theirs, and nothing but the
/// order changes: every task does the same, the processes see the same, and no rule is broken.
@Execution(ExecutionMode.CONCURRENT)
final class CommutingStepsTest {

    private static final int PROGRAMS = 10;
    private static final int ORDERS = 4;

    private static final RandomPrograms RANDOM = new RandomPrograms(2, 3);

    @TestFactory
    Stream<DynamicTest> stepsThatDoNotConflictCanBeTakenInAnyOrder() {
        return DriverCatalog.ofProject().all().stream()
                .map(driver -> DynamicTest.dynamicTest(driver.about().name(), () -> reorder(driver)));
    }

    private static void reorder(LoadedDriver driver) {
        var explorer = new Explorer(driver);
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Program program =
                    driver.restrict(RANDOM.program(driver.about().device().kind(), seed));
            var walk = Recorded.walk();
            Seen original = Seen.of(explorer, program, walk, seed);
            for (int order = 0; order < ORDERS && !original.found; order++) {
                var again = walk.reordered();
                Seen other = Seen.of(explorer, program, again, order);
                String what = "program " + seed + " in order " + order + ": " + program;
                assertThat(other.events).as(what).isEqualTo(original.events);
                assertThat(other.found).as(what).isFalse();
                assertThat(other.history).as(what).isEqualTo(original.history);
                assertThat(again.fingerprint()).as(what).isEqualTo(walk.fingerprint());
            }
        }
    }

    /// What can be seen of an execution apart from the order of steps.
    ///
    /// @param events the events of each task; those of tasks of the same name together, because their numbers
    /// depend on when they were added
    private record Seen(List<String> events, long history, boolean found) {

        static Seen of(Explorer explorer, Program program, Strategy strategy, long seed) {
            Judged judged = explorer.run(program, strategy, seed, Tracing.KEEP);
            Outcome outcome = judged.outcome();
            var events = new TreeMap<Integer, StringBuilder>();
            for (KernelEvent event : outcome.trace()) {
                if (event.kind() == EventKind.SETTLED) {
                    continue; // of nobody: it bears the number of whoever ran last
                }
                events.computeIfAbsent(
                                event.task(),
                                task -> new StringBuilder(outcome.names().task(task)))
                        .append(", ")
                        .append(event.kind())
                        .append(' ')
                        .append(event.note());
            }
            return new Seen(
                    sorted(events.values()),
                    outcome.historyFingerprint(),
                    !judged.findings().isEmpty());
        }

        private static List<String> sorted(Collection<StringBuilder> texts) {
            List<String> sorted = new ArrayList<>();
            texts.forEach(text -> sorted.add(text.toString()));
            sorted.sort(null);
            return sorted;
        }
    }
}

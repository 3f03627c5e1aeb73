package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

final class ReplayPropertiesTest {

    /// What a task does next.
    enum Step {
        POINT,
        RELAX,
        SLEEP,
        WAKE_ALL,
        SPAWN
    }

    /// What came of one execution.
    private static final int MOST_TASKS = 80;

    record Performance(List<String> log, Schedule schedule, int decisions, TaskSet blocked, int steps) {}

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void aRecordedScheduleGivesTheSameExecutionAgain(
            @ForAll("shapes") List<List<Step>> shape, @ForAll("strategies") String strategy, @ForAll long seed) {
        Performance recorded = perform(shape, Strategies.create(strategy), seed);
        var replay = new Replay(recorded.schedule());
        Performance replayed = perform(shape, replay, 0);
        assertThat(replayed).isEqualTo(recorded);
        assertThat(replay.misfits()).isZero();
        Statistics.label("preempted")
                .collect(!recorded.schedule().preemptions().isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void theSameSeedGivesTheSameExecution(
            @ForAll("shapes") List<List<Step>> shape, @ForAll("strategies") String strategy, @ForAll long seed) {
        assertThat(perform(shape, Strategies.create(strategy), seed))
                .isEqualTo(perform(shape, Strategies.create(strategy), seed));
    }

    /// What shrinking does: any subset of the preemptions must run to the end, and what ran is a schedule
    /// that gives the same execution again.
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void whatIsLeftOfAScheduleCanBeReplayedToo(
            @ForAll("shapes") List<List<Step>> shape, @ForAll long seed, @ForAll long kept) {
        Performance recorded = perform(shape, new RandomWalk(), seed);
        @Var Schedule rest = recorded.schedule();
        for (int index = rest.preemptions().size() - 1; index >= 0; index--) {
            rest = (kept >>> index & 1) == 0 ? rest.without(index) : rest;
        }
        Performance smaller = perform(shape, new Replay(rest), 0);
        assertThat(smaller.schedule().preemptions())
                .hasSizeLessThanOrEqualTo(rest.preemptions().size());
        var replay = new Replay(smaller.schedule());
        assertThat(perform(shape, replay, 0)).isEqualTo(smaller);
        assertThat(replay.misfits()).isZero();
    }

    private static Performance perform(List<List<Step>> shape, Strategy strategy, long seed) {
        List<String> log = new ArrayList<>();
        strategy.begin(seed);
        var scheduler = new Scheduler(strategy, 10_000);
        for (List<Step> steps : shape) {
            spawn(scheduler, steps, log);
        }
        assertThat(scheduler.run()).isEqualTo(Scheduler.Ending.QUIESCENT);
        strategy.end(scheduler.decisions());
        return new Performance(
                log, scheduler.schedule(), scheduler.decisions(), scheduler.blocked(), scheduler.steps());
    }

    private static void unblockAll(Scheduler scheduler) {
        TaskSet asleep = scheduler.blocked();
        for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
            scheduler.unblock(task);
        }
    }

    private static void spawn(Scheduler scheduler, List<Step> steps, List<String> log) {
        scheduler.spawn("task", () -> {
            for (Step step : steps) {
                log.add(scheduler.current() + " " + step);
                switch (step) {
                    case POINT -> scheduler.point();
                    case RELAX -> scheduler.relax();
                    case SLEEP -> scheduler.block();
                    case WAKE_ALL -> unblockAll(scheduler);
                    case SPAWN -> {
                        if (scheduler.taskCount() < MOST_TASKS) {
                            spawn(scheduler, List.of(Step.POINT, Step.WAKE_ALL, Step.POINT), log);
                        }
                    }
                }
            }
        });
    }

    @Provide
    Arbitrary<List<List<Step>>> shapes() {
        Arbitrary<Step> step = Arbitraries.frequency(
                Tuple.of(6, Step.POINT),
                Tuple.of(1, Step.RELAX),
                Tuple.of(2, Step.SLEEP),
                Tuple.of(3, Step.WAKE_ALL),
                Tuple.of(1, Step.SPAWN));
        return step.list().ofMaxSize(8).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> strategies() {
        return Arbitraries.of("portfolio", "random", "pct(1)", "pct(2)", "pct(5)");
    }
}

package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.schedule.Scheduler.Ending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A task that spins waits for what the others do; under no schedule of ours does it wait for ever.
final class SpinningTest {

    private final List<String> done = new ArrayList<>();

    /// Tasks 0 and 1 spin until task 2 has done its work in three steps.
    private Scheduler spinners(Strategy strategy) {
        var scheduler = new Scheduler(strategy, 500);
        boolean[] ready = {false};
        for (int task = 0; task < 2; task++) {
            int spinner = task;
            scheduler.spawn("spinner " + spinner, () -> {
                while (!ready[0]) {
                    scheduler.relax();
                }
                done.add("spinner " + spinner);
            });
        }
        scheduler.spawn("worker", () -> {
            for (int step = 0; step < 3; step++) {
                scheduler.point();
            }
            ready[0] = true;
            done.add("worker");
        });
        return scheduler;
    }

    @Test
    void theOrdinaryScheduleLetsTheOthersGoInTurn() {
        var replay = new Replay(Schedule.ORDINARY);
        replay.begin(0);
        Scheduler scheduler = spinners(replay);
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(done).containsExactly("worker", "spinner 0", "spinner 1");
        assertThat(scheduler.schedule()).isEqualTo(Schedule.ORDINARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random",
                "pct",
                "pct(1)",
                "portfolio",
                "pos",
                "surw",
                "preemption",
                "delay",
                "mutation",
                "exhaustive"
            })
    void everyScheduleIsRepeatedFromWhatWasRecorded(String name) {
        Strategy strategy = Strategies.create(name);
        for (int seed = 0; seed < 60 && !strategy.isExhausted(); seed++) {
            done.clear();
            strategy.begin(seed);
            Scheduler first = spinners(strategy);
            assertThat(first.run()).isEqualTo(Ending.QUIESCENT);
            strategy.end(first.decisions());
            List<String> order = List.copyOf(done);

            done.clear();
            var replay = new Replay(first.schedule());
            replay.begin(0);
            Scheduler again = spinners(replay);
            assertThat(again.run()).isEqualTo(Ending.QUIESCENT);
            assertThat(done).isEqualTo(order);
            assertThat(again.decisions()).isEqualTo(first.decisions());
            assertThat(again.schedule()).isEqualTo(first.schedule());
            assertThat(replay.misfits()).isZero();
        }
    }

    @Test
    void aSpinnerCanStillBeMadeToGoOn() {
        var replay = new Replay(new Schedule(List.of(new Preemption(1, 0), new Preemption(2, 0))));
        replay.begin(0);
        Scheduler scheduler = spinners(replay);
        scheduler.run();
        assertThat(scheduler.schedule().preemptions()).containsExactly(new Preemption(1, 0), new Preemption(2, 0));
    }

    @Test
    void whoeverSpinsAloneGoesOn() {
        var replay = new Replay(Schedule.ORDINARY);
        replay.begin(0);
        var scheduler = new Scheduler(replay, 500);
        scheduler.spawn("alone", () -> {
            for (int i = 0; i < 5; i++) {
                scheduler.relax();
            }
            scheduler.spawn("late", () -> done.add("late"));
            scheduler.point(); // it does not spin any more, so it goes first
            done.add("alone");
        });
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(done).containsExactly("alone", "late");
        assertThat(scheduler.schedule()).isEqualTo(Schedule.ORDINARY);
    }
}

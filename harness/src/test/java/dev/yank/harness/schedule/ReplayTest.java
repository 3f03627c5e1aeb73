package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.schedule.Schedule.Preemption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReplayTest {

    private static final TaskSet THREE = TaskSet.of(0, 1, 2);

    @Test
    void takesThePreemptionsThatAreListedAndOrdinaryDecisionsElsewhere() {
        var replay = new Replay(new Schedule(List.of(new Preemption(1, 2), new Preemption(3, 0))));
        replay.begin(0);
        assertThat(replay.next(THREE, -1, 0)).isEqualTo(0);
        assertThat(replay.next(THREE, 0, 1)).isEqualTo(2);
        assertThat(replay.next(THREE, 2, 2)).isEqualTo(2);
        assertThat(replay.next(THREE, 2, 3)).isEqualTo(0);
        assertThat(replay.next(TaskSet.of(1, 2), 0, 4)).isEqualTo(1);
        assertThat(replay.misfits()).isZero();
    }

    @Test
    void passesOverWhatDoesNotFit() {
        var replay = new Replay(new Schedule(List.of(new Preemption(0, 2), new Preemption(1, 1))));
        replay.begin(0);
        assertThat(replay.next(TaskSet.of(0, 1), 1, 0)).isEqualTo(1);
        assertThat(replay.misfits()).isEqualTo(1);
        assertThat(replay.next(TaskSet.of(0, 1), 0, 1)).isEqualTo(1);
        assertThat(replay.misfits()).isEqualTo(1);
        replay.begin(0);
        assertThat(replay.misfits()).isZero();
    }

    /// A preemption is dropped from a schedule whose later ones were recorded after it: some of them name a
    /// task that has ended or a decision that is never taken, and the execution still comes to its end.
    @Test
    void comesToTheEndOfAnExecutionForWhichTheScheduleWasNotRecorded() {
        var recorded = new Schedule(
                List.of(new Preemption(0, 1), new Preemption(1, 0), new Preemption(2, 1), new Preemption(700, 0)));
        for (int dropped = 0; dropped < 4; dropped++) {
            List<Integer> order = new ArrayList<>();
            var replay = new Replay(recorded.without(dropped));
            replay.begin(0);
            var scheduler = new Scheduler(replay, 100);
            for (int task = 0; task < 2; task++) {
                scheduler.spawn("task", () -> {
                    order.add(scheduler.current());
                    scheduler.point();
                    order.add(scheduler.current());
                });
            }
            assertThat(scheduler.run()).isEqualTo(Scheduler.Ending.QUIESCENT);
            assertThat(order).containsExactlyInAnyOrder(0, 0, 1, 1);
        }
    }
}

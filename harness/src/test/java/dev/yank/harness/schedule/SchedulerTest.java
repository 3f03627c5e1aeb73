package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.schedule.Scheduler.Ending;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SchedulerTest {

    private static final Strategy ORDINARY = new Replay(Schedule.ORDINARY);

    @Test
    void theOrdinaryScheduleRunsOneTaskAfterTheOther() {
        List<String> order = new ArrayList<>();
        var scheduler = new Scheduler(ORDINARY, 100);
        for (String name : List.of("first", "second", "third")) {
            scheduler.spawn(name, () -> {
                order.add(name);
                scheduler.point();
                order.add(name);
            });
        }
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(order).containsExactly("first", "first", "second", "second", "third", "third");
        assertThat(scheduler.schedule()).isEqualTo(Schedule.ORDINARY);
    }

    @Test
    void anExecutionThatPassesTooManyPointsIsGivenUp() {
        int[] rounds = new int[1];
        var scheduler = new Scheduler(ORDINARY, 10);
        scheduler.spawn("endless", () -> {
            while (true) {
                scheduler.point();
                rounds[0]++;
            }
        });
        assertThat(scheduler.run()).isEqualTo(Ending.STEP_LIMIT);
        assertThat(rounds[0]).isEqualTo(10);
        assertThat(scheduler.steps()).isEqualTo(11);
        assertThat(scheduler.run()).isEqualTo(Ending.STEP_LIMIT);
        assertThat(rounds[0]).isEqualTo(10);
    }

    @Test
    void anExecutionThatJustReachesTheLimitIsNot() {
        var scheduler = new Scheduler(ORDINARY, 10);
        scheduler.spawn("bounded", () -> {
            for (int i = 0; i < 10; i++) {
                scheduler.point();
            }
        });
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
    }

    @Test
    void aTaskThatStopsEndsTheExecutionForAll() {
        List<String> order = new ArrayList<>();
        var scheduler = new Scheduler(ORDINARY, 100);
        scheduler.spawn("stopper", () -> {
            order.add("stops");
            scheduler.stop();
            order.add("goes on");
        });
        scheduler.spawn("other", () -> order.add("other"));
        assertThat(scheduler.run()).isEqualTo(Ending.STOPPED);
        assertThat(order).containsExactly("stops");
    }

    @Test
    void thereIsRoomForThousandsOfTasks() {
        List<Integer> numbers = new ArrayList<>();
        var scheduler = new Scheduler(ORDINARY, 100);
        for (int i = 0; i < 4_096; i++) {
            scheduler.spawn("task", () -> numbers.add(scheduler.current()));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> scheduler.spawn("one too many", () -> {}))
                .withMessage("An execution cannot have more than 4096 tasks.");
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(numbers).hasSize(4_096).isSorted().startsWith(0).endsWith(4_095);
        assertThat(scheduler.blocked().isEmpty()).isTrue();
    }

    @Test
    void blockedTasksAreKnownByNumberAndName() {
        var scheduler = new Scheduler(ORDINARY, 100);
        for (int i = 0; i < 130; i++) {
            scheduler.spawn("task " + i, i % 64 == 0 ? scheduler::block : () -> {});
        }
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(scheduler.blocked()).isEqualTo(TaskSet.of(0, 64, 128));
        assertThat(scheduler.nameOf(128)).isEqualTo("task 128");
        assertThat(scheduler.taskCount()).isEqualTo(130);
    }

    /// Whoever wakes everybody must not bring the dead back.
    @Test
    void aTaskThatHasEndedIsNotWoken() {
        int[] runs = new int[1];
        var scheduler = new Scheduler(ORDINARY, 100);
        scheduler.spawn("short", () -> runs[0]++);
        scheduler.run();
        scheduler.unblock(0);
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(runs[0]).isEqualTo(1);
    }

    @Test
    void aLaterRunGoesOnWithNewTasks() {
        List<String> order = new ArrayList<>();
        var scheduler = new Scheduler(ORDINARY, 100);
        scheduler.spawn("sleeper", () -> {
            scheduler.block();
            order.add("woken");
        });
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        scheduler.spawn("waker", () -> {
            order.add("wakes");
            scheduler.unblock(0);
        });
        assertThat(scheduler.run()).isEqualTo(Ending.QUIESCENT);
        assertThat(order).containsExactly("wakes", "woken");
    }

    /// Two tasks of three pieces: the second goes first, is left at its first point, and is returned to as
    /// soon as the first task has ended, which is no preemption.
    @Test
    void aScheduleListsWhatWasNotOrdinary() {
        List<String> order = new ArrayList<>();
        var preemptions = List.of(new Preemption(0, 1), new Preemption(1, 0));
        var scheduler = new Scheduler(new Replay(new Schedule(preemptions)), 100);
        for (String name : List.of("a", "b")) {
            scheduler.spawn(name, () -> {
                order.add(name);
                scheduler.point();
                order.add(name);
                scheduler.point();
                order.add(name);
            });
        }
        scheduler.run();
        assertThat(String.join("", order)).isEqualTo("baaabb");
        assertThat(scheduler.schedule().preemptions()).isEqualTo(preemptions);
    }

    @Test
    void schedulesAreCutWithoutChangingTheRest() {
        var schedule = new Schedule(List.of(new Preemption(1, 2), new Preemption(4, 0), new Preemption(9, 63)));
        assertThat(schedule.without(1).preemptions()).containsExactly(new Preemption(1, 2), new Preemption(9, 63));
        assertThat(schedule.preemptions()).hasSize(3);
    }

    @Test
    void schedulesThatMeanNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(List.of(new Preemption(4, 0), new Preemption(4, 1))))
                .withMessage("The preemptions of a schedule must be in increasing order.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preemption(-1, 0))
                .withMessage("A preemption needs a decision >= 0 and a task from 0 to 4095, but got -1, 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Preemption(0, 4_096))
                .withMessage("A preemption needs a decision >= 0 and a task from 0 to 4095, but got 0, 4096.");
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.WaitQueueHead.init_waitqueue_head;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up_all;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Exploration;
import dev.yank.model.trace.EventKind;
import org.junit.jupiter.api.Test;

final class WaitQueueHeadTest {

    /// The condition is looked at with a scheduling point before the look and one after it, so that a wake-up
    /// can fall between look and sleep.
    private static boolean look(Machine machine, boolean[] condition) {
        machine.point();
        boolean holds = condition[0];
        machine.point();
        return holds;
    }

    @Test
    void noWakeUpIsLostWhateverTheSchedule() {
        Exploration.upTo(3)
                .of(stage -> {
                    var queue = new WaitQueueHead();
                    init_waitqueue_head(queue);
                    boolean[] condition = new boolean[1];
                    stage.task("sleeper one", () -> {
                        wait_event(queue, () -> look(stage.machine(), condition));
                        assertThat(condition[0]).isTrue();
                    });
                    stage.task(
                            "sleeper two",
                            () -> assertThat(wait_event_interruptible(queue, () -> look(stage.machine(), condition)))
                                    .isZero());
                    stage.task("waker", () -> {
                        condition[0] = true;
                        wake_up(queue);
                    });
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK)
                .sometimesTrace(EventKind.WAKE);
    }

    @Test
    void aSleeperThatNobodyWakesSleepsForEver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var queue = new WaitQueueHead();
                    boolean[] condition = new boolean[1];
                    stage.task("sleeper", () -> wait_event(queue, () -> condition[0]));
                    stage.task("forgetful", () -> {
                        stage.machine().point();
                        condition[0] = true;
                    });
                })
                .sometimesFind("R29: sleeper can never go on: it waits for a wake-up.");
    }

    @Test
    void wakingBeforeTheConditionHoldsWakesInVain() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var queue = new WaitQueueHead();
                    boolean[] condition = new boolean[1];
                    stage.task("sleeper", () -> wait_event(queue, () -> condition[0]));
                    stage.task("hasty", () -> {
                        wake_up_all(queue);
                        stage.machine().point();
                        condition[0] = true;
                    });
                })
                .sometimesFind("R29: sleeper can never go on: it waits for a wake-up.");
    }

    @Test
    void aSleeperLooksAgainEachTimeItIsWoken() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var queue = new WaitQueueHead();
                    int[] number = new int[1];
                    stage.task("sleeper", () -> {
                        wait_event(queue, () -> number[0] == 3);
                        assertThat(number[0]).isEqualTo(3);
                    });
                    stage.task("counter", () -> {
                        for (int i = 1; i <= 3; i++) {
                            number[0] = i;
                            wake_up(queue);
                        }
                    });
                })
                .findNothing();
    }

    @Test
    void aTaskDoesNotSleepWhereTheConditionHolds() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> wait_event(new WaitQueueHead(), () -> true)))
                .findNothing();
    }

    @Test
    void sleepingInAtomicContextIsMisuseEvenWhereTheConditionHolds() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> {
                    Spinlock.spin_lock(new Spinlock());
                    wait_event(new WaitQueueHead(), () -> true);
                }))
                .alwaysFind("K1: a task slept in atomic context: wait_event.");
    }
}

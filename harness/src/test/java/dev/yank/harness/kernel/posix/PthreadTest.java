package dev.yank.harness.kernel.posix;

import static dev.yank.harness.kernel.posix.Pthread.concurrently;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.trace.EventKind;
import org.junit.jupiter.api.Test;

final class PthreadTest {

    @Test
    void whoeverJoinsGoesOnAfterTheEndOfTheThread() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("parent", () -> {
                    int[] steps = new int[1];
                    Pthread child = pthread_create("child", () -> {
                        stage.machine().point();
                        steps[0]++;
                        stage.machine().point();
                        steps[0]++;
                    });
                    stage.machine().point();
                    stage.sees(steps[0] == 0 ? "child has not begun" : steps[0] == 2 ? "child has ended" : "between");
                    pthread_join(child);
                    assertThat(steps[0]).isEqualTo(2);
                    pthread_join(child);
                }))
                .findNothing()
                .sometimesTrace(EventKind.BLOCK)
                .sometimesSee("child has not begun")
                .sometimesSee("between")
                .sometimesSee("child has ended");
    }

    @Test
    void threadsRunSideBySideAndAllAreWaitedFor() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("main", () -> {
                    int[] number = new int[1];
                    concurrently(2, () -> {
                        stage.machine().point();
                        int before = number[0];
                        stage.machine().point();
                        number[0] = before + 1;
                    });
                    stage.sees("number " + number[0]);
                }))
                .findNothing()
                .sometimesSee("number 1")
                .sometimesSee("number 2")
                .neverSee("number 0");
    }

    @Test
    void twoThreadsThatJoinEachOtherWaitForEver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Pthread[] threads = new Pthread[2];
                    stage.task("main", () -> {
                        for (int i = 0; i < 2; i++) {
                            int other = 1 - i;
                            threads[i] = pthread_create("thread " + i, () -> pthread_join(threads[other]));
                        }
                    });
                })
                .sometimesFindEach(
                        "R29: thread 0 can never go on: it waits for the end of a thread.",
                        "R29: thread 1 can never go on: it waits for the end of a thread.");
    }
}

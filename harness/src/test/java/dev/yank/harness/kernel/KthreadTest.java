package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Kthread.kthread_run;
import static dev.yank.harness.kernel.Kthread.kthread_should_stop;
import static dev.yank.harness.kernel.Kthread.kthread_stop;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class KthreadTest {

    @Test
    void stoppingWaitsForTheThread() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var queue = new WaitQueueHead();
                    boolean[] inside = new boolean[1];
                    Kthread thread = Objects.requireNonNull(kthread_run(
                            () -> {
                                inside[0] = true;
                                while (!kthread_should_stop()) {
                                    wait_event_interruptible(queue, Kthread::kthread_should_stop);
                                }
                                inside[0] = false;
                            },
                            "worker"));
                    stage.task("remover", () -> {
                        kthread_stop(thread);
                        assertThat(inside[0]).isFalse();
                    });
                })
                .findNothing();
    }

    @Test
    void aThreadThatHasReturnedByItselfMustNotBeStopped() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Kthread thread = Objects.requireNonNull(kthread_run(() -> {}, "worker"));
                    stage.task("remover", () -> kthread_stop(thread));
                })
                .alwaysFind("K1: remover: kthread_stop of a thread that has ended by itself");
    }
}

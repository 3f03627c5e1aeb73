package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Kthread.kthread_run;
import static dev.yank.harness.kernel.Kthread.kthread_should_stop;
import static dev.yank.harness.kernel.Kthread.kthread_stop;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

final class KthreadTest {

    @Test
    void stoppingWaitsForTheThread() {
        EVERY_SCHEDULE
                .of(stage -> {
                    boolean[] inside = new boolean[1];
                    Kthread thread = Objects.requireNonNull(kthread_run(
                            () -> {
                                inside[0] = true;
                                while (!kthread_should_stop()) {
                                    stage.machine().relax();
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

    /// A thread that was stopped before it began never begins.
    @Test
    void aThreadThatHasReturnedByItselfMustNotBeStopped() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Kthread thread = Objects.requireNonNull(kthread_run(() -> {}, "worker"));
                    stage.task("remover", () -> kthread_stop(thread));
                })
                .sometimesFind("K1: remover: kthread_stop of a thread that has ended by itself");
    }
}

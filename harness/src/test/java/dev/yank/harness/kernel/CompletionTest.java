package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Completion.complete_all;
import static dev.yank.harness.kernel.Completion.init_completion;
import static dev.yank.harness.kernel.Completion.reinit_completion;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompletionTest {

    @Test
    void whoeverWaitsGoesOnAfterTheCompletionOnly() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var completion = new Completion();
                    init_completion(completion);
                    boolean[] done = new boolean[1];
                    stage.task("waiter", () -> {
                        if (!done[0]) {
                            stage.sees("waited");
                        }
                        wait_for_completion(completion);
                        assertThat(done[0]).isTrue();
                    });
                    stage.task("worker", () -> {
                        stage.machine().point();
                        done[0] = true;
                        complete(completion);
                    });
                })
                .findNothing()
                .sometimesSee("waited");
    }

    @Test
    void eachCompleteLetsOneTaskGo() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var completion = new Completion();
                    stage.task("one", () -> wait_for_completion(completion));
                    stage.task("two", () -> wait_for_completion(completion));
                    stage.task("worker", () -> complete(completion));
                })
                .sometimesFindEach(
                        "R29: one can never go on: it waits for a completion.",
                        "R29: two can never go on: it waits for a completion.")
                .alwaysFind("R29: ");
        EVERY_SCHEDULE
                .of(stage -> {
                    var completion = new Completion();
                    stage.task("one", () -> wait_for_completion(completion));
                    stage.task("two", () -> wait_for_completion(completion));
                    stage.task("worker", () -> {
                        complete(completion);
                        complete(completion);
                    });
                })
                .findNothing();
    }

    @Test
    void completeAllLetsEverybodyGoForEver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var completion = new Completion();
                    stage.task("one", () -> wait_for_completion(completion));
                    stage.task("two", () -> {
                        wait_for_completion(completion);
                        wait_for_completion(completion);
                    });
                    stage.task("worker", () -> {
                        complete_all(completion);
                        complete(completion);
                    });
                    stage.afterwards(() -> wait_for_completion(completion));
                })
                .findNothing();
    }

    @Test
    void aCompletionCanBeUsedAgain() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var completion = new Completion();
                    stage.task("a task", () -> {
                        complete_all(completion);
                        wait_for_completion(completion);
                        reinit_completion(completion);
                        wait_for_completion(completion);
                    });
                })
                .alwaysFind("R29: a task can never go on: it waits for a completion.");
    }

    @Test
    void waitingInAtomicContextIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> {
                    var completion = new Completion();
                    complete(completion);
                    Rcu.rcu_read_lock();
                    wait_for_completion(completion);
                }))
                .alwaysFind("K1: a task slept in atomic context: wait_for_completion.");
    }
}

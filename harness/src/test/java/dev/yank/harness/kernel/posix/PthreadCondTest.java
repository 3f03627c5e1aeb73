package dev.yank.harness.kernel.posix;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_signal;
import static dev.yank.harness.kernel.posix.PthreadCond.pthread_cond_wait;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;

import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.sim.Stage;
import dev.yank.model.trace.EventKind;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class PthreadCondTest {

    @Test
    void aSignalUnderTheLockIsNeverMissed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var mutex = new Mutex();
                    var changed = new PthreadCond();
                    boolean[] flag = new boolean[1];
                    stage.task("waiter", () -> {
                        mutex_lock(mutex);
                        while (!flag[0]) {
                            pthread_cond_wait(changed, mutex);
                        }
                        mutex_unlock(mutex);
                    });
                    stage.task("signaller", () -> {
                        mutex_lock(mutex);
                        flag[0] = true;
                        pthread_cond_signal(changed);
                        mutex_unlock(mutex);
                    });
                })
                .findNothing()
                .sometimesTrace(EventKind.WAKE);
    }

    @Test
    void aSignalThatFindsNobodyIsLost() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var mutex = new Mutex();
                    var changed = new PthreadCond();
                    stage.task("waiter", () -> {
                        mutex_lock(mutex);
                        pthread_cond_wait(changed, mutex);
                        mutex_unlock(mutex);
                    });
                    stage.task("signaller", () -> pthread_cond_signal(changed));
                })
                .sometimesFind("R29: waiter can never go on: it waits for a signal.");
    }

    @Test
    void aSignalWakesWhoSleepsLongest() {
        EVERY_SCHEDULE
                .of(stage -> twoSleepers(stage, PthreadCond::pthread_cond_signal))
                .alwaysSee("woken as number 1")
                .neverSee("woken as number 2")
                .sometimesFindEach(
                        "R29: one can never go on: it waits for a signal.",
                        "R29: two can never go on: it waits for a signal.");
    }

    @Test
    void aBroadcastWakesAll() {
        EVERY_SCHEDULE
                .of(stage -> twoSleepers(stage, PthreadCond::pthread_cond_broadcast))
                .findNothing()
                .alwaysSee("woken as number 1")
                .alwaysSee("woken as number 2");
    }

    /// Two tasks fall asleep; the second lets somebody wake them who needs the lock that it still has.
    private static void twoSleepers(Stage stage, Consumer<PthreadCond> wake) {
        var mutex = new Mutex();
        var changed = new PthreadCond();
        int[] asleep = new int[1];
        for (String name : new String[] {"one", "two"}) {
            stage.task(name, () -> {
                mutex_lock(mutex);
                int number = ++asleep[0];
                if (number == 2) {
                    pthread_create("waker", () -> {
                        mutex_lock(mutex);
                        wake.accept(changed);
                        mutex_unlock(mutex);
                    });
                }
                pthread_cond_wait(changed, mutex);
                stage.sees("woken as number " + number);
                mutex_unlock(mutex);
            });
        }
    }
}

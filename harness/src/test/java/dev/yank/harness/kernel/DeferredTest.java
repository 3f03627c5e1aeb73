package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_delete;
import static dev.yank.harness.kernel.TimerList.timer_delete_sync;
import static dev.yank.harness.kernel.TimerList.timer_pending;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.TimerList.timer_shutdown_sync;
import static dev.yank.harness.kernel.WorkStruct.cancel_work_sync;
import static dev.yank.harness.kernel.WorkStruct.disable_work_sync;
import static dev.yank.harness.kernel.WorkStruct.flush_work;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Exploration;
import dev.yank.model.trace.EventKind;
import org.junit.jupiter.api.Test;

/// Timers and work items.
final class DeferredTest {

    private static final String FREED_WHILE_ARMED = "R24: TimerList was freed while it could still run.";

    /// A gadget whose timer reads its field.
    private static Gadget gadgetWithTimer() {
        Gadget gadget = Gadget.allocated();
        timer_setup(gadget.timer, gadget::field);
        return gadget;
    }

    @Test
    void anArmedTimerRunsOnceInTheEnd() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var timer = new TimerList();
                    int[] runs = new int[1];
                    timer_setup(timer, () -> runs[0]++);
                    stage.task("armer", () -> {
                        assertThat(mod_timer(timer, 1)).isFalse();
                        if (mod_timer(timer, 2)) {
                            stage.sees("it was pending when armed again");
                        }
                    });
                    stage.afterwards(() -> {
                        assertThat(timer_pending(timer)).isFalse();
                        assertThat(runs[0]).isBetween(1, 2);
                    });
                })
                .findNothing()
                .sometimesSee("it was pending when armed again");
    }

    /// While the callback runs the timer is not pending, so "not pending" does not mean "stopped".
    @Test
    void aTimerThatIsNotPendingMayStillRun() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("remover", () -> {
                        mod_timer(gadget.timer, 1);
                        if (!timer_pending(gadget.timer)) {
                            Slab.kfree(gadget);
                        }
                    });
                })
                .sometimesFind(FREED_WHILE_ARMED);
    }

    @Test
    void deletingWithoutWaitingLeavesTheCallbackRunning() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("remover", () -> {
                        mod_timer(gadget.timer, 1);
                        timer_delete(gadget.timer);
                        Slab.kfree(gadget);
                    });
                })
                .sometimesFind(FREED_WHILE_ARMED);
    }

    @Test
    void freeingAnArmedTimerIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("remover", () -> {
                        mod_timer(gadget.timer, 1);
                        Slab.kfree(gadget);
                    });
                })
                .sometimesFind(FREED_WHILE_ARMED);
    }

    @Test
    void deletingAndWaitingMakesFreeingSafe() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("remover", () -> {
                        mod_timer(gadget.timer, 1);
                        if (timer_delete_sync(gadget.timer)) {
                            stage.sees("it was pending");
                        }
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesSee("it was pending")
                .sometimesTrace(EventKind.ASYNC_ENTER)
                .sometimesTrace(EventKind.BLOCK);
    }

    /// The kernel takes the timer off the queue when its callback is over, so a callback that arms its own
    /// timer is stopped too.
    @Test
    void deletingAndWaitingStopsATimerThatArmsItself() {
        Exploration.upTo(3)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    int[] runs = new int[1];
                    timer_setup(gadget.timer, () -> {
                        gadget.field();
                        if (++runs[0] < 3) {
                            mod_timer(gadget.timer, 1);
                        }
                    });
                    stage.task("remover", () -> {
                        mod_timer(gadget.timer, 1);
                        timer_delete_sync(gadget.timer);
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void anotherTaskCanArmADeletedTimerAgainButNotOneThatIsShutDown() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("armer", () -> mod_timer(gadget.timer, 1));
                    stage.task("remover", () -> {
                        timer_delete_sync(gadget.timer);
                        Slab.kfree(gadget);
                    });
                })
                .sometimesFindEach(FREED_WHILE_ARMED, "R34: Gadget, which an open file still reaches, was used by");
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = gadgetWithTimer();
                    stage.task("armer", () -> mod_timer(gadget.timer, 1));
                    stage.task("remover", () -> timer_shutdown_sync(gadget.timer));
                    stage.afterwards(() -> {
                        assertThat(mod_timer(gadget.timer, 1)).isFalse();
                        assertThat(timer_pending(gadget.timer)).isFalse();
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aTimerCallbackMustNotSleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var timer = new TimerList();
                    var mutex = new Mutex();
                    timer_setup(timer, () -> Mutex.mutex_lock(mutex));
                    stage.task("armer", () -> mod_timer(timer, 1));
                })
                .alwaysFind("K1: a timer slept in atomic context: mutex_lock.");
    }

    @Test
    void armingATimerThatWasNotSetUpIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> mod_timer(new TimerList(), 1)))
                .alwaysFind("K1: a task: mod_timer before it was set up.");
    }

    /// Whoever holds a lock that the callback wants must not wait for the callback.
    @Test
    void waitingForACallbackUnderALockThatItWantsIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Mutex();
                    var work = new WorkStruct();
                    init_work(work, () -> {
                        Mutex.mutex_lock(lock);
                        Mutex.mutex_unlock(lock);
                    });
                    stage.task("remover", () -> {
                        schedule_work(work);
                        Mutex.mutex_lock(lock);
                        cancel_work_sync(work);
                        Mutex.mutex_unlock(lock);
                    });
                })
                .sometimesFindEach(
                        "R29: remover can never go on: it waits for a work item to end. Deadlock: remover has Mutex"
                                + " and waits for WorkStruct, a work item has WorkStruct and waits for Mutex.",
                        "R29: a work item can never go on: it waits for a mutex. Deadlock: ",
                        "K3: Potential deadlock: a work item took Mutex in step");
    }

    /// Nobody waits for the callback, and still it hangs.
    @Test
    void aCallbackThatCanNeverGoOnIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Mutex();
                    var work = new WorkStruct();
                    init_work(work, () -> {
                        Mutex.mutex_lock(lock);
                        Mutex.mutex_lock(lock);
                    });
                    stage.task("a task", () -> schedule_work(work));
                })
                .alwaysFind("R29: a work item can never go on: it waits for a mutex.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var work = new WorkStruct();
                    init_work(work, () -> cancel_work_sync(work));
                    stage.task("a task", () -> schedule_work(work));
                })
                .alwaysFind("R29: a work item can never go on: it waits for a work item to end.");
    }

    @Test
    void workIsQueuedOnceAndMaySleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var work = new WorkStruct();
                    var mutex = new Mutex();
                    int[] runs = new int[1];
                    init_work(work, () -> {
                        Mutex.mutex_lock(mutex);
                        runs[0]++;
                        Mutex.mutex_unlock(mutex);
                    });
                    int[] queued = new int[1];
                    for (String name : new String[] {"one", "two"}) {
                        stage.task(name, () -> {
                            if (schedule_work(work)) {
                                queued[0]++;
                            }
                        });
                    }
                    stage.afterwards(() -> {
                        assertThat(runs[0]).isEqualTo(queued[0]);
                        stage.sees(queued[0] + " runs");
                    });
                })
                .findNothing()
                .sometimesSee("1 runs")
                .sometimesSee("2 runs");
    }

    @Test
    void flushingWaitsUntilQueuedWorkHasRun() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var work = new WorkStruct();
                    boolean[] ran = new boolean[1];
                    init_work(work, () -> {
                        stage.machine().point();
                        ran[0] = true;
                    });
                    stage.task("flusher", () -> {
                        schedule_work(work);
                        flush_work(work);
                        assertThat(ran[0]).isTrue();
                        flush_work(work);
                    });
                })
                .findNothing();
    }

    @Test
    void cancellingWaitsForWorkThatRunsAndStopsWorkThatQueuesItself() {
        Exploration.upTo(3)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    int[] runs = new int[1];
                    init_work(gadget.work, () -> {
                        gadget.field();
                        if (++runs[0] < 3) {
                            schedule_work(gadget.work);
                        }
                    });
                    stage.task("remover", () -> {
                        schedule_work(gadget.work);
                        cancel_work_sync(gadget.work);
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK)
                .sometimesTrace(EventKind.ASYNC_ENTER);
    }

    @Test
    void disabledWorkCannotBeQueuedAnyMore() {
        Exploration.upTo(3)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    init_work(gadget.work, gadget::field);
                    stage.task("queuer", () -> {
                        if (schedule_work(gadget.work)) {
                            stage.sees("queued");
                        }
                    });
                    stage.task("remover", () -> disable_work_sync(gadget.work));
                    stage.afterwards(() -> Slab.kfree(gadget)).audited();
                })
                .findNothing()
                .sometimesSee("queued");
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Mutex.mutex_init;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_lock_bh;
import static dev.yank.harness.kernel.Spinlock.spin_lock_init;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_bh;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Executions;
import dev.yank.harness.sim.Exploration;
import dev.yank.harness.sim.Stage;
import dev.yank.model.trace.EventKind;
import org.junit.jupiter.api.Test;

final class LocksTest {

    /// Enters, lets others go, and leaves; expects to be alone meanwhile.
    private static void stayAlone(Stage stage, int[] inside) {
        assertThat(++inside[0]).isEqualTo(1);
        stage.machine().point();
        assertThat(inside[0]--).isEqualTo(1);
    }

    @Test
    void aSpinlockLetsOneTaskInAtATime() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Spinlock();
                    spin_lock_init(lock);
                    int[] inside = new int[1];
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            spin_lock(lock);
                            stayAlone(stage, inside);
                            spin_unlock(lock);
                        });
                    }
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void aMutexLetsOneTaskInAtATime() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Mutex();
                    mutex_init(lock);
                    int[] inside = new int[1];
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            mutex_lock(lock);
                            stayAlone(stage, inside);
                            mutex_unlock(lock);
                        });
                    }
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void twoTasksCanBothBeInsideWithoutALock() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int[] inside = new int[1];
                    for (String name : new String[] {"one", "two"}) {
                        stage.task(name, () -> {
                            if (++inside[0] == 2) {
                                stage.sees("both inside");
                            }
                            stage.machine().point();
                            inside[0]--;
                        });
                    }
                })
                .sometimesSee("both inside");
    }

    @Test
    void aTaskThatTakesALockTwiceWaitsForEver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Spinlock();
                    stage.task("a task", () -> {
                        spin_lock_irqsave(lock);
                        spin_lock_irqsave(lock);
                    });
                })
                .alwaysFind("R29: a task can never go on: it waits for a spinlock.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Mutex();
                    stage.task("a task", () -> {
                        mutex_lock(lock);
                        mutex_lock(lock);
                    });
                })
                .alwaysFind("R29: a task can never go on: it waits for a mutex.");
    }

    @Test
    void locksTakenInOppositeOrderMeetInSomeSchedules() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var first = new Mutex();
                    var second = new Mutex();
                    stage.task("one", () -> {
                        mutex_lock(first);
                        mutex_lock(second);
                        mutex_unlock(second);
                        mutex_unlock(first);
                    });
                    stage.task("two", () -> {
                        mutex_lock(second);
                        mutex_lock(first);
                        mutex_unlock(first);
                        mutex_unlock(second);
                    });
                })
                .sometimesFindEach(
                        "R29: one can never go on: it waits for a mutex. Deadlock: one has Mutex#",
                        "R29: two can never go on: it waits for a mutex. Deadlock: ",
                        "K3: Potential deadlock: one took Mutex#2 in step",
                        "K3: Potential deadlock: two took Mutex#2 in step");
    }

    @Test
    void unlockingWhatOneDoesNotHoldIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> mutex_unlock(new Mutex())))
                .alwaysFind("K1: a task: mutex_unlock of a lock that it does not hold.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new Spinlock();
                    spin_lock(lock);
                    stage.task("another", () -> spin_unlock(lock));
                })
                .alwaysFind("K1: another: spin_unlock of a lock that it does not hold.");
    }

    @Test
    void sleepingUnderASpinlockIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var atomic = new Spinlock();
                    var sleeping = new Mutex();
                    stage.task("a task", () -> {
                        spin_lock_irqsave(atomic);
                        mutex_lock(sleeping);
                    });
                })
                .alwaysFind("K1: a task slept in atomic context: mutex_lock.");
    }

    @Test
    void oneMaySleepAgainAfterUnlocking() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var outer = new Spinlock();
                    var inner = new Spinlock();
                    var sleeping = new Mutex();
                    stage.task("a task", () -> {
                        spin_lock(outer);
                        spin_lock(inner);
                        spin_unlock(inner);
                        spin_unlock_irqrestore(outer);
                        mutex_lock(sleeping);
                        mutex_unlock(sleeping);
                    });
                })
                .findNothing();
    }

    /// The one who frees it holds no lock, the other comes later or waits for it.
    @Test
    void lockingALockThatIsFreedIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("locker", () -> {
                        mutex_lock(gadget.mutex);
                        mutex_unlock(gadget.mutex);
                    });
                    stage.task("freer", () -> Slab.kfree(gadget));
                })
                .sometimesFind("R34: Gadget, which an open file still reaches, was used by locker after it was freed");
    }

    /// Without a preemption the waiter sleeps already when the lock is unlocked and freed.
    @Test
    void wakingUpOnALockThatIsFreedIsFound() {
        Exploration.upTo(0)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    var taken = new Completion();
                    var wanted = new Completion();
                    stage.task("holder", () -> {
                        mutex_lock(gadget.mutex);
                        Completion.complete(taken);
                        Completion.wait_for_completion(wanted);
                        mutex_unlock(gadget.mutex);
                        Slab.kfree(gadget);
                    });
                    stage.task("waiter", () -> {
                        Completion.wait_for_completion(taken);
                        Completion.complete(wanted);
                        mutex_lock(gadget.mutex);
                    });
                })
                .alwaysFind("R34: Gadget, which an open file still reaches, was used by waiter after it was freed");
    }

    /// A lock is free for anybody in the end, however its takers are interleaved.
    @Test
    void locksAreFreeInTheEnd() {
        Exploration.random(300)
                .of(stage -> {
                    var spinlock = new Spinlock();
                    var mutex = new Mutex();
                    for (int task = 0; task < 5; task++) {
                        stage.task("task " + task, () -> {
                            mutex_lock(mutex);
                            spin_lock(spinlock);
                            spin_unlock(spinlock);
                            mutex_unlock(mutex);
                        });
                    }
                    stage.afterwards(() -> {
                        mutex_lock(mutex);
                        spin_lock(spinlock);
                        stage.sees("free");
                    });
                })
                .findNothing()
                .alwaysSee("free");
    }

    @Test
    void aLockThatAnInterruptTakesIsHeldWithInterruptsOff() {
        for (boolean off : new boolean[] {false, true}) {
            Executions executions = EVERY_SCHEDULE.of(stage -> {
                var lock = new Spinlock();
                int irq = stage.interrupt();
                stage.task("driver", () -> {
                    request_irq(irq, (_, _) -> handle(lock), "pin", lock);
                    stage.machine().irq(irq).message(stage.machine());
                    if (off) {
                        spin_lock_irqsave(lock);
                        spin_unlock_irqrestore(lock);
                    } else {
                        spin_lock(lock);
                        spin_unlock(lock);
                    }
                });
            });
            if (off) {
                executions.findNothing();
            } else {
                executions.alwaysFind("K3: Potential deadlock: interrupt pin took Spinlock in step");
            }
        }
    }

    private static int handle(Spinlock lock) {
        spin_lock(lock);
        spin_unlock(lock);
        return IrqHandler.IRQ_HANDLED;
    }

    @Test
    void interruptsAreAsTheyWereOnceTheLockIsGivenBack() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var outer = new Spinlock();
                    var inner = new Spinlock();
                    var handled = new Spinlock();
                    int irq = stage.interrupt();
                    stage.task("driver", () -> {
                        request_irq(irq, (_, _) -> handle(handled), "pin", handled);
                        stage.machine().irq(irq).message(stage.machine());
                        spin_lock_irqsave(outer);
                        spin_lock(inner);
                        spin_unlock(inner);
                        spin_lock(handled);
                        spin_unlock(handled);
                        spin_unlock_irqrestore(outer);
                    });
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    var outer = new Spinlock();
                    var handled = new Spinlock();
                    int irq = stage.interrupt();
                    stage.task("driver", () -> {
                        request_irq(irq, (_, _) -> handle(handled), "pin", handled);
                        stage.machine().irq(irq).message(stage.machine());
                        spin_lock_irqsave(outer);
                        spin_unlock_irqrestore(outer);
                        spin_lock(handled);
                        spin_unlock(handled);
                    });
                })
                .alwaysFind("K3: Potential deadlock: interrupt pin took Spinlock#");
    }

    @Test
    void aLockThatATimerTakesIsHeldWithTimersOff() {
        for (boolean off : new boolean[] {false, true}) {
            Executions executions = EVERY_SCHEDULE.of(stage -> {
                var lock = new Spinlock();
                var timer = new TimerList();
                timer_setup(timer, () -> handle(lock));
                stage.task("driver", () -> {
                    mod_timer(timer, 1);
                    if (off) {
                        spin_lock_bh(lock);
                        spin_unlock_bh(lock);
                    } else {
                        spin_lock(lock);
                        spin_unlock(lock);
                    }
                });
            });
            if (off) {
                executions.findNothing();
            } else {
                executions.alwaysFind("K3: Potential deadlock: a timer took Spinlock in step");
            }
        }
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_read_acquire;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Atomic.atomic_set_release;
import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Rcu.rcu_read_lock;
import static dev.yank.harness.kernel.Rcu.rcu_read_unlock;
import static dev.yank.harness.kernel.Rcu.synchronize_rcu;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;
import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.TimerList.timer_delete;
import static dev.yank.harness.kernel.TimerList.timer_delete_sync;
import static dev.yank.harness.kernel.TimerList.timer_setup;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;
import static dev.yank.harness.kernel.WorkStruct.flush_work;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;

import dev.yank.harness.sim.Stage;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/// What each mechanism orders, as the race judge sees it, and what it does not.
final class OrderTest {

    private static final String RACE = "K2: ";

    /// Two tasks that do something with one gadget.
    private static void two(Stage stage, Runnable one, Runnable other) {
        stage.task("one", one);
        stage.task("other", other);
    }

    private static void ordered(BiConsumer<Stage, Gadget> arrangement) {
        EVERY_SCHEDULE.of(stage -> arrangement.accept(stage, new Gadget())).findNothing();
    }

    private static void notOrdered(BiConsumer<Stage, Gadget> arrangement) {
        EVERY_SCHEDULE.of(stage -> arrangement.accept(stage, new Gadget())).sometimesFindEach(RACE);
    }

    @Test
    void nothingAtAllOrdersNothing() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var gadget = new Gadget();
                    two(stage, () -> gadget.field(1), gadget::field);
                })
                .alwaysFind(RACE);
    }

    @Test
    void aMutexAndASpinlockOrder() {
        ordered((stage, gadget) -> {
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    mutex_lock(gadget.mutex);
                    gadget.field(1);
                    mutex_unlock(gadget.mutex);
                });
            }
        });
        ordered((stage, gadget) -> {
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    spin_lock(gadget.spinlock);
                    gadget.field(1);
                    spin_unlock(gadget.spinlock);
                });
            }
        });
    }

    @Test
    void aSemaphoreOrdersReadersAndWritersButNotReaders() {
        ordered((stage, gadget) -> {
            var semaphore = new RwSemaphore();
            two(
                    stage,
                    () -> {
                        down_read(semaphore);
                        gadget.field();
                        up_read(semaphore);
                    },
                    () -> {
                        down_write(semaphore);
                        gadget.field(1);
                        up_write(semaphore);
                    });
        });
        notOrdered((stage, gadget) -> {
            var semaphore = new RwSemaphore();
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    down_read(semaphore);
                    gadget.field(1);
                    up_read(semaphore);
                });
            }
        });
    }

    @Test
    void aGracePeriodOrdersWhatComesAfterItWithReadersBefore() {
        ordered((stage, gadget) -> two(
                stage,
                () -> {
                    rcu_read_lock();
                    if (!gadget.isWithdrawn()) {
                        gadget.field();
                    }
                    rcu_read_unlock();
                },
                () -> {
                    gadget.withdraw();
                    synchronize_rcu();
                    gadget.field(1);
                }));
        notOrdered((stage, gadget) -> two(
                stage,
                () -> {
                    rcu_read_lock();
                    if (!gadget.isWithdrawn()) {
                        gadget.field();
                    }
                    rcu_read_unlock();
                },
                () -> {
                    gadget.withdraw();
                    gadget.field(1);
                    synchronize_rcu();
                }));
    }

    @Test
    void aGracePeriodOfSrcuDoesToo() {
        ordered((stage, gadget) -> {
            var srcu = new SrcuStruct();
            two(
                    stage,
                    () -> {
                        int index = srcu_read_lock(srcu);
                        if (!gadget.isWithdrawn()) {
                            gadget.field();
                        }
                        srcu_read_unlock(srcu, index);
                    },
                    () -> {
                        gadget.withdraw();
                        synchronize_srcu(srcu);
                        gadget.field(1);
                    });
        });
    }

    @Test
    void aCompletionOrders() {
        ordered((stage, gadget) -> {
            var done = new Completion();
            two(
                    stage,
                    () -> {
                        gadget.field(1);
                        complete(done);
                    },
                    () -> {
                        wait_for_completion(done);
                        gadget.field();
                    });
        });
    }

    @Test
    void aWakeUpOrdersOnlyWhoeverHasToWait() {
        notOrdered((stage, gadget) -> {
            var queue = new WaitQueueHead();
            two(
                    stage,
                    () -> {
                        gadget.field(1);
                        gadget.withdraw();
                        wake_up(queue);
                    },
                    () -> {
                        wait_event(queue, gadget::isWithdrawn);
                        gadget.field();
                    });
        });
        ordered((stage, gadget) -> {
            var queue = new WaitQueueHead();
            two(
                    stage,
                    () -> {
                        gadget.field(1);
                        gadget.withdrawAndRelease();
                        wake_up(queue);
                    },
                    () -> {
                        wait_event(queue, gadget::isSeenWithdrawn);
                        gadget.field();
                    });
        });
    }

    @Test
    void theLastPutComesAfterTheOthers() {
        ordered((stage, gadget) -> {
            kref_init(gadget.kref);
            kref_get(gadget.kref);
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    gadget.field();
                    kref_put(gadget.kref, () -> gadget.field(1));
                });
            }
        });
    }

    @Test
    void changesOfAnAtomicThatReturnSomethingOrderAndOthersDoNot() {
        ordered((stage, gadget) -> {
            var count = new Atomic();
            atomic_set(count, 2);
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    gadget.field();
                    if (atomic_dec_and_test(count)) {
                        gadget.field(1);
                    }
                });
            }
        });
        notOrdered((stage, gadget) -> {
            var count = new Atomic();
            for (String name : new String[] {"one", "other"}) {
                stage.task(name, () -> {
                    gadget.field();
                    atomic_inc(count);
                    if (atomic_read(count) == 2) {
                        gadget.field(1);
                    }
                });
            }
        });
        ordered((stage, gadget) -> {
            var flag = new Atomic();
            two(
                    stage,
                    () -> {
                        gadget.field(1);
                        atomic_set_release(flag, 1);
                    },
                    () -> {
                        if (atomic_read_acquire(flag) == 1) {
                            gadget.field();
                        }
                    });
        });
    }

    @Test
    void workComesAfterWhoeverQueuedItAndBeforeWhoeverFlushesIt() {
        ordered((stage, gadget) -> {
            init_work(gadget.work, () -> gadget.field(gadget.field() + 1));
            stage.task("one", () -> {
                gadget.field(1);
                schedule_work(gadget.work);
                flush_work(gadget.work);
                gadget.field(2);
            });
        });
        notOrdered((stage, gadget) -> {
            init_work(gadget.work, () -> gadget.field(1));
            stage.task("one", () -> {
                schedule_work(gadget.work);
                gadget.field(2);
            });
        });
    }

    @Test
    void onlyTheSynchronousFormWaitsForTheTimer() {
        ordered((stage, gadget) -> {
            timer_setup(gadget.timer, () -> gadget.field(1));
            stage.task("one", () -> {
                mod_timer(gadget.timer, 1);
                timer_delete_sync(gadget.timer);
                gadget.field(2);
            });
        });
        notOrdered((stage, gadget) -> {
            timer_setup(gadget.timer, () -> gadget.field(1));
            stage.task("one", () -> {
                mod_timer(gadget.timer, 1);
                timer_delete(gadget.timer);
                gadget.field(2);
            });
        });
    }

    @Test
    void anInterruptComesAfterItsRequestAndWhatRaisedItAndBeforeItIsFreed() {
        ordered((stage, gadget) -> {
            int irq = stage.interrupt();
            stage.task("one", () -> {
                gadget.field(1);
                request_irq(
                        irq,
                        (_, _) -> {
                            gadget.field(gadget.field() + 1);
                            return IrqHandler.IRQ_HANDLED;
                        },
                        "gadget",
                        gadget);
                stage.machine().irq(irq).message(stage.machine());
                free_irq(irq, gadget);
                gadget.field(2);
            });
        });
        notOrdered((stage, gadget) -> {
            int irq = stage.interrupt();
            stage.task("one", () -> {
                request_irq(
                        irq,
                        (_, _) -> {
                            gadget.field(1);
                            return IrqHandler.IRQ_HANDLED;
                        },
                        "gadget",
                        gadget);
                stage.machine().irq(irq).message(stage.machine());
                gadget.field(2);
            });
        });
    }
}

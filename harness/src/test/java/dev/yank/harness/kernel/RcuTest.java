package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Rcu.rcu_read_lock;
import static dev.yank.harness.kernel.Rcu.rcu_read_unlock;
import static dev.yank.harness.kernel.Rcu.synchronize_rcu;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RcuTest {

    /// The reader sees old or new, but what is old is not reclaimed while it reads it.
    @Test
    void aGracePeriodWaitsForReadersThatHadBegunBefore() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    Gadget[] published = {gadget};
                    for (String name : new String[] {"reader one", "reader two"}) {
                        stage.task(name, () -> {
                            rcu_read_lock();
                            Gadget found = published[0];
                            if (found != null) {
                                stage.sees("read it");
                                found.field();
                            } else {
                                stage.sees("came too late");
                            }
                            rcu_read_unlock();
                        });
                    }
                    stage.task("remover", () -> {
                        published[0] = null;
                        synchronize_rcu();
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesSee("read it")
                .sometimesSee("came too late");
    }

    @Test
    void withoutAGracePeriodAReaderIsLeftWithFreedMemory() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    Gadget[] published = {gadget};
                    stage.task("reader", () -> {
                        rcu_read_lock();
                        Gadget found = published[0];
                        if (found != null) {
                            found.field();
                        }
                        rcu_read_unlock();
                    });
                    stage.task("remover", () -> {
                        published[0] = null;
                        Slab.kfree(gadget);
                    });
                })
                .sometimesFind("R34: Gadget, which an open file still reaches, was used by reader after it was freed");
    }

    /// The early reader keeps the grace period waiting for a while, in which the late one may begin. A grace
    /// period that waited for the late one too would not end while it is inside.
    @Test
    void aGracePeriodDoesNotWaitForReadersThatBeginLater() {
        EVERY_SCHEDULE
                .of(stage -> {
                    boolean[] begun = new boolean[1];
                    boolean[] over = new boolean[1];
                    stage.task("early reader", () -> {
                        rcu_read_lock();
                        while (!begun[0]) {
                            stage.machine().relax();
                        }
                        rcu_read_unlock();
                    });
                    stage.task("remover", () -> {
                        begun[0] = true;
                        synchronize_rcu();
                        over[0] = true;
                    });
                    stage.task("late reader", () -> {
                        rcu_read_lock();
                        boolean before = over[0];
                        stage.machine().point();
                        if (over[0] && !before) {
                            stage.sees("the grace period ended while a late reader was inside");
                        }
                        rcu_read_unlock();
                    });
                })
                .findNothing()
                .sometimesSee("the grace period ended while a late reader was inside");
    }

    @Test
    void sectionsNestAndTheOutermostCounts() {
        EVERY_SCHEDULE
                .of(stage -> {
                    boolean[] inside = new boolean[1];
                    stage.task("reader", () -> {
                        rcu_read_lock();
                        inside[0] = true;
                        rcu_read_lock();
                        rcu_read_unlock();
                        stage.machine().point();
                        inside[0] = false;
                        rcu_read_unlock();
                    });
                    stage.task("remover", () -> {
                        boolean waits = inside[0];
                        synchronize_rcu();
                        if (waits) {
                            stage.sees("waited");
                            assertThat(inside[0]).isFalse();
                        }
                    });
                })
                .findNothing()
                .sometimesSee("waited");
    }

    @Test
    void severalGracePeriodsWaitAtTheSameTime() {
        EVERY_SCHEDULE
                .of(stage -> {
                    boolean[] inside = new boolean[1];
                    stage.task("reader", () -> {
                        rcu_read_lock();
                        inside[0] = true;
                        stage.machine().point();
                        inside[0] = false;
                        rcu_read_unlock();
                    });
                    for (String name : new String[] {"remover one", "remover two"}) {
                        stage.task(name, () -> {
                            boolean waits = inside[0];
                            synchronize_rcu();
                            assertThat(waits && inside[0]).isFalse();
                        });
                    }
                })
                .findNothing();
    }

    @Test
    void sleepingInsideIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var mutex = new Mutex();
                    stage.task("reader", () -> {
                        rcu_read_lock();
                        mutex_lock(mutex);
                    });
                })
                .alwaysFind("K1: reader slept in atomic context: mutex_lock.");
        EVERY_SCHEDULE
                .of(stage -> stage.task("reader", () -> {
                    rcu_read_lock();
                    synchronize_rcu();
                }))
                .alwaysFind("K1: reader slept in atomic context: synchronize_rcu.");
    }

    @Test
    void oneMaySleepAfterTheOutermostSectionOnly() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("reader", () -> {
                    rcu_read_lock();
                    rcu_read_lock();
                    rcu_read_unlock();
                    mutex_lock(new Mutex());
                }))
                .alwaysFind("K1: reader slept in atomic context: mutex_lock.");
        EVERY_SCHEDULE
                .of(stage -> stage.task("reader", () -> {
                    var mutex = new Mutex();
                    rcu_read_lock();
                    rcu_read_unlock();
                    mutex_lock(mutex);
                    mutex_unlock(mutex);
                }))
                .findNothing();
    }

    @Test
    void leavingWithoutHavingEnteredIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", Rcu::rcu_read_unlock))
                .alwaysFind("K1: a task: rcu_read_unlock without rcu_read_lock.");
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_trylock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;

import dev.yank.harness.sim.Exploration;
import org.junit.jupiter.api.Test;

/// Tasks that run for ever and get nowhere, though everybody has turns.
final class GoingRoundTest {

    private static final Exploration FEW = Exploration.random(20);

    @Test
    void twoTasksThatWaitForEachOtherWithoutSleepingAreALivelock() {
        FEW.of(stage -> {
                    var one = new Gadget();
                    var other = new Gadget();
                    stage.task("polite", () -> {
                        while (!other.isWithdrawn()) {
                            cpu_relax();
                        }
                        one.withdraw();
                    });
                    stage.task("politer", () -> {
                        while (!one.isWithdrawn()) {
                            cpu_relax();
                        }
                        other.withdraw();
                    });
                })
                .alwaysFind("R29: polit");
        FEW.of(stage -> {
                    var one = new Gadget();
                    var other = new Gadget();
                    for (String name : new String[] {"polite", "politer"}) {
                        boolean first = name.equals("polite");
                        stage.task(name, () -> {
                            while (!(first ? other : one).isWithdrawn()) {
                                cpu_relax();
                            }
                        });
                    }
                })
                .sometimesFindEach(
                        "R29: polite spins for ever: more than 6000 steps. Livelock: polite and politer run on, and"
                                + " none of them gets anywhere.",
                        "R29: politer spins for ever: more than 6000 steps. Livelock: polite and politer run on");
    }

    @Test
    void aTaskThatNeverGetsItsTurnStarves() {
        FEW.of(stage -> {
                    var lock = new Mutex();
                    var work = new WorkStruct();
                    init_work(work, () -> schedule_work(work));
                    mutex_lock(lock);
                    stage.task("trier", () -> {
                        schedule_work(work);
                        while (!mutex_trylock(lock)) {
                            cpu_relax();
                        }
                        mutex_unlock(lock);
                    });
                })
                .alwaysFind("R29: trier spins for ever: more than 6000 steps. Starvation: others came to an end ");
    }

    @Test
    void whoeverGetsTheLockInTheEndDoesNotStarve() {
        FEW.of(stage -> {
                    var lock = new Mutex();
                    for (String name : new String[] {"one", "other"}) {
                        stage.task(name, () -> {
                            while (!mutex_trylock(lock)) {
                                cpu_relax();
                            }
                            stage.machine().point();
                            mutex_unlock(lock);
                        });
                    }
                })
                .findNothing();
    }
}

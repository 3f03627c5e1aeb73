package dev.yank.harness.kernel.rust;

import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.sim.Exploration;
import dev.yank.harness.sim.Stage;
import dev.yank.model.trace.EventKind;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// `Revocable`, `Devres` and `SpinLock`.
final class RevocableTest {

    private static void spawnReader(Stage stage, Revocable<Value> revocable) {
        stage.task("reader", () -> {
            try (var guard = revocable.try_access()) {
                stage.sees(guard == null ? "refused" : "granted");
                if (guard != null) {
                    guard.get().use();
                }
            }
        });
    }

    @Test
    void aGuardKeepsTheValueUntilItIsClosed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    var revocable = new Revocable<>(value);
                    spawnReader(stage, revocable);
                    stage.task("remover", () -> assertThat(revocable.revoke()).isTrue());
                    stage.afterwards(() -> {
                        assertThat(value.drops()).isEqualTo(1);
                        assertThat(revocable.try_access()).isNull();
                    });
                })
                .findNothing()
                .sometimesSee("refused")
                .sometimesSee("granted")
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void whatWasGotUnderAGuardIsNotUsedAfterIt() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var revocable = new Revocable<>(new Value());
                    stage.task("reader", () -> {
                        var guard = Objects.requireNonNull(revocable.try_access());
                        guard.get();
                        guard.close();
                        guard.get();
                    });
                })
                .alwaysFind("R26: reader used what it had got from Revocable after it had given that back.");
    }

    @Test
    void exactlyOneRemoverIsToldThatItRevoked() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    var revocable = new Revocable<>(value);
                    int[] revoked = new int[1];
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            if (revocable.revoke()) {
                                revoked[0]++;
                            }
                        });
                    }
                    stage.afterwards(() -> {
                        assertThat(revoked[0]).isEqualTo(1);
                        assertThat(value.drops()).isEqualTo(1);
                    });
                })
                .findNothing();
    }

    /// What goes wrong where the caller only thinks that nobody has access.
    @Test
    void revokingWithoutWaitingDropsTheValueUnderAReader() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var value = new Value();
                    var revocable = new Revocable<>(value);
                    stage.task("reader", () -> {
                        try (var guard = revocable.try_access()) {
                            stage.machine().point();
                            if (guard != null && value.drops() > 0) {
                                stage.sees("dropped under a reader");
                            }
                        }
                    });
                    stage.task("remover", () -> {
                        assertThat(revocable.revoke_nosync()).isTrue();
                        assertThat(revocable.revoke_nosync()).isFalse();
                    });
                })
                .findNothing()
                .sometimesSee("dropped under a reader");
    }

    @Test
    void theHolderOfAGuardMustNotSleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var revocable = new Revocable<>(new Value());
                    stage.task("reader", () -> {
                        try (var guard = revocable.try_access()) {
                            assertThat(guard).isNotNull();
                            Mutex.mutex_lock(new Mutex());
                        }
                    });
                })
                .alwaysFind("K1: reader slept in atomic context: mutex_lock.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var revocable = new Revocable<>(new Value());
                    stage.task("reader", () -> {
                        try (var guard = revocable.try_access()) {
                            assertThat(guard).isNotNull();
                            revocable.revoke();
                        }
                    });
                })
                .alwaysFind("K1: reader slept in atomic context: synchronize_rcu.");
    }

    /// Whoever is refused is not left in a read-side critical section.
    @Test
    void whoeverIsRefusedMaySleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var revocable = new Revocable<>(new Value());
                    revocable.revoke();
                    stage.task("reader", () -> {
                        assertThat(revocable.try_access()).isNull();
                        var mutex = new Mutex();
                        Mutex.mutex_lock(mutex);
                        Mutex.mutex_unlock(mutex);
                    });
                })
                .findNothing();
    }

    /// The holder gives it up while the device is unbound and a reader is inside: it is dropped once, and the
    /// unbinding does not end before.
    @Test
    void unbindingDoesNotEndBeforeTheResourceIsDropped() {
        Exploration.upTo(3)
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    var value = new Value();
                    Devres<Value> devres = Devres.devres_new(dev, value);
                    stage.task("holder", devres::drop);
                    stage.task("core", () -> {
                        dev.releaseAll(stage.machine());
                        if (value.drops() == 1) {
                            stage.sees("dropped");
                        }
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void aDevresThatIsHeldIsRevokedByUnbinding() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    var value = new Value();
                    Devres<Value> devres = Devres.devres_new(dev, value);
                    stage.task("reader", () -> {
                        try (var guard = devres.try_access()) {
                            stage.sees(guard == null ? "refused" : "granted");
                            if (guard != null) {
                                guard.get().use();
                            }
                        }
                    });
                    stage.task("core", () -> {
                        dev.releaseAll(stage.machine());
                        assertThat(value.drops()).isEqualTo(1);
                    });
                    stage.afterwards(() -> {
                                devres.drop();
                                assertThat(value.drops()).isEqualTo(1);
                            })
                            .audited();
                })
                .findNothing()
                .sometimesSee("granted")
                .sometimesSee("refused");
    }

    @Test
    void aDevresThatIsGivenUpEarlyIsNoLongerManaged() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    var value = new Value();
                    Devres<Value> devres = Devres.devres_new(dev, value);
                    devres.drop();
                    assertThat(value.drops()).isEqualTo(1);
                    dev.releaseAll(stage.machine());
                    assertThat(value.drops()).isEqualTo(1);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aDevresThatCannotBeMadeDropsTheResourceAtOnce() {
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    var value = new Value();
                    assertThat(Devres.devres_new(new Device("thing", 0), value)).isNull();
                    assertThat(value.drops()).isEqualTo(1);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aSpinLockGivesItsDataToOneTaskAtATime() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new SpinLock<>(new int[1]);
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            try (var guard = lock.lock_irqdisable()) {
                                int before = guard.get()[0];
                                stage.machine().point();
                                guard.get()[0] = before + 1;
                            }
                        });
                    }
                    stage.afterwards(() -> {
                        try (var guard = lock.lock()) {
                            assertThat(guard.get()[0]).isEqualTo(3);
                        }
                    });
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK);
    }

    @Test
    void theHolderOfASpinLockMustNotSleepAndOthersMustNotUnlock() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var lock = new SpinLock<>("data");
                    stage.task("a task", () -> {
                        try (var _ = lock.lock()) {
                            Mutex.mutex_lock(new Mutex());
                        }
                    });
                })
                .alwaysFind("K1: a task slept in atomic context: mutex_lock.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var guard = new SpinLock<>("data").lock();
                    stage.task("another", guard::close);
                })
                .alwaysFind("K1: another: spin_unlock of a lock that it does not hold.");
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> {
                    var lock = new Spinlock();
                    Spinlock.raw_spin_lock(lock);
                    Spinlock.raw_spin_lock_irqsave(lock);
                }))
                .alwaysFind("R29: a task can never go on: it waits for a spinlock.");
    }
}

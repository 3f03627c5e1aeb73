package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_get_unless_zero;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Kref.kref_read;
import static dev.yank.harness.kernel.Refcount.REFCOUNT_MAX;
import static dev.yank.harness.kernel.Refcount.refcount_add;
import static dev.yank.harness.kernel.Refcount.refcount_dec_and_test;
import static dev.yank.harness.kernel.Refcount.refcount_inc;
import static dev.yank.harness.kernel.Refcount.refcount_inc_not_zero;
import static dev.yank.harness.kernel.Refcount.refcount_read;
import static dev.yank.harness.kernel.Refcount.refcount_set;
import static dev.yank.harness.kernel.Refcount.refcount_sub_and_test;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Exploration;
import org.junit.jupiter.api.Test;

final class RefcountTest {

    @Test
    void aCountGoesUpAndDownByOne() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 1);
                    refcount_inc(count);
                    assertThat(refcount_inc_not_zero(count)).isTrue();
                    assertThat(refcount_read(count)).isEqualTo(3);
                    assertThat(refcount_dec_and_test(count)).isFalse();
                    assertThat(refcount_dec_and_test(count)).isFalse();
                    assertThat(refcount_dec_and_test(count)).isTrue();
                    assertThat(refcount_read(count)).isZero();
                    assertThat(refcount_inc_not_zero(count)).isFalse();
                    assertThat(refcount_read(count)).isZero();
                })
                .findNothing();
    }

    @Test
    void exactlyOneOfSeveralPutsIsTheLast() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 3);
                    int[] last = new int[1];
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            if (refcount_dec_and_test(count)) {
                                last[0]++;
                            }
                        });
                    }
                    stage.afterwards(() -> assertThat(last[0]).isEqualTo(1));
                })
                .findNothing();
    }

    @Test
    void incrementingFromZeroIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    stage.task("a task", () -> refcount_inc(count));
                })
                .alwaysFind("R1: Refcount went from 0 to 1 in a task.");
    }

    /// The getter holds no reference of its own, which it would have to.
    @Test
    void aGetterWithoutAReferenceIsFoundInSomeSchedules() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 1);
                    stage.task("getter", () -> refcount_inc(count));
                    stage.task("holder", () -> refcount_dec_and_test(count));
                })
                .sometimesFind("R1: Refcount went from 0 to 1 in getter.");
    }

    @Test
    void givingBackWhatOneDoesNotHoldIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 1);
                    stage.task("a task", () -> {
                        refcount_dec_and_test(count);
                        refcount_dec_and_test(count);
                    });
                })
                .alwaysFind("R2: Refcount was decremented by a task though it was 0");
    }

    /// A count that has reached the end of its range stays where it is instead of wrapping: the object leaks.
    @Test
    void aCountThatIsFullSaturates() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, REFCOUNT_MAX);
                    stage.task("one more", () -> refcount_inc(count));
                    stage.afterwards(() -> assertThat(refcount_read(count)).isEqualTo(0xc000_0000));
                })
                .alwaysFind("R5: Refcount saturated in one more: it never comes back to zero");
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, REFCOUNT_MAX);
                    stage.task("one more", () -> refcount_inc_not_zero(count));
                })
                .alwaysFind("R5: Refcount saturated in one more");
    }

    @Test
    void manyReferencesAreTakenAndGivenBackAtOnce() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 1);
                    refcount_add(REFCOUNT_MAX - 1, count);
                    assertThat(refcount_read(count)).isEqualTo(REFCOUNT_MAX);
                    assertThat(refcount_sub_and_test(REFCOUNT_MAX - 1, count)).isFalse();
                    assertThat(refcount_sub_and_test(1, count)).isTrue();
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    var count = new Refcount();
                    refcount_set(count, 2);
                    stage.task("many", () -> refcount_add(REFCOUNT_MAX - 1, count));
                })
                .alwaysFind("R5: Refcount saturated in many");
    }

    @Test
    void aKrefCallsReleaseOnceByWhoeverPutsLast() {
        Exploration.upTo(3)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    kref_init(gadget.kref);
                    kref_get(gadget.kref);
                    int[] releases = new int[1];
                    Runnable release = () -> {
                        releases[0]++;
                        Slab.kfree(gadget);
                    };
                    for (String name : new String[] {"one", "two"}) {
                        stage.task(name, () -> {
                            gadget.field();
                            if (kref_put(gadget.kref, release)) {
                                stage.sees(name + " was last");
                            }
                        });
                    }
                    stage.afterwards(() -> assertThat(releases[0]).isEqualTo(1)).audited();
                })
                .findNothing()
                .sometimesSee("one was last")
                .sometimesSee("two was last");
    }

    @Test
    void touchingTheObjectAfterTheOwnPutIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    kref_init(gadget.kref);
                    stage.task("holder", () -> {
                        kref_put(gadget.kref, () -> Slab.kfree(gadget));
                        gadget.field();
                    });
                })
                .alwaysFind("R7: Gadget was used by holder after its own last reference was gone");
    }

    @Test
    void anUpgradeUnderALockIsSafe() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    kref_init(gadget.kref);
                    var lock = new Mutex();
                    Gadget[] table = {gadget};
                    Runnable release = () -> {
                        table[0] = null;
                        Slab.kfree(gadget);
                    };
                    stage.task("seeker", () -> {
                        Mutex.mutex_lock(lock);
                        boolean found = table[0] != null && kref_get_unless_zero(gadget.kref);
                        Mutex.mutex_unlock(lock);
                        stage.sees(found ? "found" : "not found");
                        if (found) {
                            assertThat(kref_read(gadget.kref)).isPositive();
                            Mutex.mutex_lock(lock);
                            kref_put(gadget.kref, release);
                            Mutex.mutex_unlock(lock);
                        }
                    });
                    stage.task("holder", () -> {
                        Mutex.mutex_lock(lock);
                        kref_put(gadget.kref, release);
                        Mutex.mutex_unlock(lock);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesSee("found")
                .sometimesSee("not found");
    }

    @Test
    void atomicNumbersChangeInOnePiece() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var atomic = new Atomic();
                    Atomic.atomic_set(atomic, 0);
                    int[] winners = new int[1];
                    for (String name : new String[] {"one", "two", "three"}) {
                        stage.task(name, () -> {
                            Atomic.atomic_inc(atomic);
                            if (Atomic.atomic_xchg(atomic, 100) < 100) {
                                winners[0]++;
                            }
                        });
                    }
                    stage.afterwards(() -> {
                        assertThat(Atomic.atomic_read(atomic)).isEqualTo(100);
                        assertThat(winners[0]).isEqualTo(1);
                        Atomic.atomic_set(atomic, 2);
                        assertThat(Atomic.atomic_dec_and_test(atomic)).isFalse();
                        assertThat(Atomic.atomic_dec_and_test(atomic)).isTrue();
                    });
                })
                .findNothing();
    }
}

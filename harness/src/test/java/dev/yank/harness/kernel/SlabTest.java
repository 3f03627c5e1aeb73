package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Struct.container_of;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Memory: allocating, freeing, embedding, leaking, and acquisitions that fail.
final class SlabTest {

    @Test
    void memoryThatIsFreedInTimeIsNoFinding() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = kzalloc(new Gadget());
                    gadget.field(3);
                    assertThat(gadget.field()).isEqualTo(3);
                    kfree(gadget);
                    kfree(null);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void usingWhatOneFreedIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("careless", () -> {
                        kfree(gadget);
                        gadget.field(1);
                    });
                })
                .alwaysFind("R7: Gadget was used by careless after its own last reference was gone: it was freed in"
                        + " step 3.");
    }

    @Test
    void usingWhatAnotherFreedIsFoundInTheSchedulesWhereItHappens() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("user", gadget::field);
                    stage.task("freer", () -> kfree(gadget));
                })
                .sometimesFind("R34: Gadget, which an open file still reaches, was used by user after it was freed");
    }

    @Test
    void freeingTwiceIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("one", () -> kfree(gadget));
                    stage.task("two", () -> kfree(gadget));
                })
                .alwaysFind("R7: Gadget was freed a second time (the first time in step 3).");
    }

    @Test
    void whatIsEmbeddedInAnObjectGoesWithIt() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("careless", () -> {
                        kfree(gadget);
                        Spinlock.spin_lock(gadget.spinlock);
                    });
                })
                .alwaysFind("R7: Gadget was used by careless");
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("careless", () -> {
                        kfree(gadget);
                        Kref.kref_init(gadget.device.kref());
                    });
                })
                .alwaysFind("R7: Gadget was used by careless");
    }

    @Test
    void anObjectIsFoundFromWhatIsEmbeddedInIt() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    Gadget found = container_of(gadget.timer);
                    assertThat(found).isSameAs(gadget);
                    kfree(gadget);
                    Gadget stillFound = container_of(gadget.timer);
                    assertThat(stillFound).isSameAs(gadget);
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> stage.task("driver", () -> container_of(new Mutex())))
                .alwaysFind("K1: driver oopsed: it threw IllegalArgumentException: container_of needs a structure that"
                        + " is embedded in an object on the heap, but this Mutex is not.");
    }

    @Test
    void memoryThatNobodyFreesIsALeak() {
        EVERY_SCHEDULE
                .of(stage -> {
                    kfree(Gadget.allocated());
                    Gadget.allocated();
                    stage.audited();
                })
                .alwaysFind("R5: Gadget#2 is still there though files are closed");
    }

    @Test
    void exactlyTheAcquisitionThatIsToFailFails() {
        for (int failing = 0; failing <= 3; failing++) {
            int fault = failing;
            EVERY_SCHEDULE
                    .failing(fault)
                    .of(stage -> {
                        for (int acquisition = 1; acquisition <= 3; acquisition++) {
                            Gadget gadget = Gadget.allocated();
                            assertThat(gadget == null).isEqualTo(acquisition == fault);
                            kfree(gadget);
                        }
                        stage.audited();
                    })
                    .findNothing();
        }
    }

    @Test
    void onlyNewObjectsOfADriverCanBeAllocated() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("driver", () -> kzalloc("text")))
                .alwaysFind("K1: driver oopsed: it threw IllegalArgumentException: kzalloc needs an object of a class"
                        + " of the driver, but got a java.lang.String.");
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("driver", () -> kzalloc(gadget));
                })
                .alwaysFind("K1: driver oopsed: it threw IllegalArgumentException: kzalloc needs a new object, but this"
                        + " Gadget is on the heap already.");
        EVERY_SCHEDULE
                .of(stage -> stage.task("driver", () -> kfree(new Gadget())))
                .alwaysFind("K1: driver oopsed: it threw IllegalArgumentException: kfree needs an object that was"
                        + " allocated with kzalloc, but this Gadget was not.");
    }

    @Test
    void aNullPointerIsAnOops() {
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("driver", () -> gadget.field(1));
                })
                .alwaysFind("K1: driver oopsed: it dereferenced a null pointer");
    }

    @Test
    void aTaskThatGoesRoundForEverIsFound() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("driver", () -> {
                    while (true) {
                        Iomem.cpu_relax();
                    }
                }))
                .alwaysFind("R29: driver spins for ever: more than 6000 steps.");
    }

    @Test
    void kernelFunctionsWorkInsideAnExecutionOnly() throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        Thread elsewhere = Thread.ofPlatform()
                .uncaughtExceptionHandler((_, failure) -> thrown.set(failure))
                .start(() -> kfree(new Gadget()));
        elsewhere.join();
        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No machine runs on this thread: a kernel function was called outside an execution.");
    }
}

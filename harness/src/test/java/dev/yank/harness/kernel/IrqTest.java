package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Irq.IRQF_SHARED;
import static dev.yank.harness.kernel.Irq.devm_request_irq;
import static dev.yank.harness.kernel.Irq.disable_irq;
import static dev.yank.harness.kernel.Irq.enable_irq;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.Irq.synchronize_irq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Exploration;
import dev.yank.model.trace.EventKind;
import org.junit.jupiter.api.Test;

final class IrqTest {

    private static final Object COOKIE = "cookie";

    @Test
    void aLevelInterruptIsServedUntilItIsAcknowledged() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    request_irq(
                            irq,
                            (number, cookie) -> {
                                assertThat(number).isEqualTo(irq);
                                assertThat(cookie).isSameAs(COOKIE);
                                if (++runs[0] == 3) {
                                    stage.machine().irq(irq).lower(stage.machine());
                                }
                                return IRQ_HANDLED;
                            },
                            "pin",
                            COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.afterwards(() -> assertThat(runs[0]).isEqualTo(3));
                })
                .findNothing();
    }

    @Test
    void aLineThatIsAssertedWhenItIsRequestedIsServed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    stage.machine().irq(irq).raise(stage.machine());
                    stage.task("driver", () -> request_irq(irq, acknowledging(stage.machine(), runs), "pin", COOKIE));
                    stage.afterwards(() -> assertThat(runs[0]).isEqualTo(1));
                })
                .findNothing();
    }

    @Test
    void anInterruptThatNobodyCaresForIsSwitchedOff() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    request_irq(
                            irq,
                            (_, _) -> {
                                runs[0]++;
                                return IRQ_NONE;
                            },
                            "pin",
                            COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.afterwards(() -> assertThat(runs[0]).isEqualTo(16));
                })
                .findNothing();
    }

    /// As the kernel does when a driver requests it anew.
    @Test
    void anInterruptThatWasSwitchedOffIsOnAgainForTheNextDriver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    request_irq(irq, (_, _) -> IRQ_NONE, "careless", COOKIE);
                    int[] runs = new int[1];
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.afterwards(() -> {
                        free_irq(irq, COOKIE);
                        request_irq(irq, acknowledging(stage.machine(), runs), "careful", COOKIE);
                        while (runs[0] == 0) {
                            stage.machine().relax();
                        }
                        free_irq(irq, COOKIE);
                    });
                })
                .findNothing();
    }

    private static IrqHandler acknowledging(Machine machine, int[] runs) {
        return (irq, _) -> {
            runs[0]++;
            machine.irq(irq).lower(machine);
            return IRQ_HANDLED;
        };
    }

    /// Messages that arrive before the handler begins count as one, and none is overlooked.
    @Test
    void messageInterruptsThatArriveTogetherCountAsOne() {
        Exploration.upTo(5)
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] sent = new int[1];
                    int[] handled = new int[2];
                    request_irq(
                            irq,
                            (_, _) -> {
                                handled[0]++;
                                handled[1] = sent[0];
                                stage.machine().point();
                                return IRQ_HANDLED;
                            },
                            "message",
                            COOKIE);
                    stage.task("hardware", () -> {
                        for (int i = 0; i < 3; i++) {
                            sent[0]++;
                            stage.machine().irq(irq).message(stage.machine());
                            stage.machine().point();
                        }
                    });
                    stage.afterwards(() -> {
                        assertThat(handled[1]).isEqualTo(3);
                        stage.sees(handled[0] + " runs");
                    });
                })
                .findNothing()
                .sometimesSee("1 runs")
                .sometimesSee("2 runs")
                .sometimesSee("3 runs")
                .neverSee("4 runs");
    }

    @Test
    void givingAnInterruptBackWaitsForItsHandler() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    Gadget gadget = Gadget.allocated();
                    request_irq(irq, readingField(stage.machine(), gadget), "pin", gadget);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.task("remover", () -> {
                        free_irq(irq, gadget);
                        Slab.kfree(gadget);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesTrace(EventKind.BLOCK)
                .sometimesTrace(EventKind.ASYNC_ENTER);
    }

    @Test
    void anInterruptThatIsNotGivenBackFirstIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    Gadget gadget = Gadget.allocated();
                    request_irq(irq, readingField(stage.machine(), gadget), "pin", gadget);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.task("remover", () -> Slab.kfree(gadget));
                })
                .sometimesFind("R24: Gadget was used by interrupt pin, which nobody had stopped, after it was freed");
    }

    /// It could have come.
    @Test
    void soItIsWhereNoInterruptComes() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    Gadget gadget = Gadget.allocated();
                    request_irq(irq, readingField(stage.machine(), gadget), "pin", gadget);
                    stage.task("remover", () -> {
                        Slab.kfree(gadget);
                        free_irq(irq, gadget);
                    });
                })
                .alwaysFind("R24: remover stopped an interrupt whose handler uses Gadget, which was freed in step");
    }

    private static IrqHandler readingField(Machine machine, Gadget gadget) {
        return (irq, _) -> {
            gadget.field();
            machine.irq(irq).lower(machine);
            return IRQ_HANDLED;
        };
    }

    @Test
    void synchronizingWaitsForHandlersThatRun() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    boolean[] inside = new boolean[1];
                    request_irq(
                            irq,
                            (_, _) -> {
                                inside[0] = true;
                                stage.machine().irq(irq).lower(stage.machine());
                                stage.machine().point();
                                inside[0] = false;
                                return IRQ_HANDLED;
                            },
                            "pin",
                            COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.task("driver", () -> {
                        boolean runs = inside[0];
                        synchronize_irq(irq);
                        if (runs) {
                            stage.sees("waited");
                            assertThat(inside[0]).isFalse();
                        }
                    });
                })
                .findNothing()
                .sometimesSee("waited");
    }

    @Test
    void aDisabledInterruptIsServedOnceItIsEnabledAgain() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    request_irq(irq, acknowledging(stage.machine(), runs), "pin", COOKIE);
                    disable_irq(irq);
                    disable_irq(irq);
                    stage.machine().irq(irq).raise(stage.machine());
                    stage.task("driver", () -> {
                        enable_irq(irq);
                        stage.machine().point();
                        assertThat(runs[0]).isZero();
                        enable_irq(irq);
                    });
                    stage.afterwards(() -> assertThat(runs[0]).isEqualTo(1));
                })
                .findNothing();
    }

    @Test
    void enablingWhatIsNotDisabledIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    stage.task("driver", () -> enable_irq(irq));
                })
                .alwaysFind("K1: driver: enable_irq of an interrupt that is not disabled.");
    }

    @Test
    void aSharedLineCallsEveryHandler() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[2];
                    request_irq(
                            irq,
                            (_, _) -> {
                                runs[0]++;
                                return IRQ_NONE;
                            },
                            "other",
                            "another cookie");
                    int[] own = new int[1];
                    request_irq(irq, acknowledging(stage.machine(), own), "own", COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.afterwards(() -> {
                        assertThat(runs[0]).isEqualTo(1);
                        assertThat(own[0]).isEqualTo(1);
                    });
                })
                .findNothing();
    }

    @Test
    void aSharedLineCallsTheHandlerForWhatTheNeighbourRaised() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    int[] runs = new int[1];
                    request_irq(irq, (_, _) -> runs[0]++ < 0 ? IRQ_HANDLED : IRQ_NONE, IRQF_SHARED, "pin", COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).neighbourRaises(stage.machine()));
                    stage.afterwards(() -> assertThat(runs[0]).isBetween(1, 2));
                })
                .findNothing();
    }

    @Test
    void aSharedLineThatIsAssertedWhenTheHandlerIsGoneIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    request_irq(irq, (_, _) -> IRQ_HANDLED, IRQF_SHARED, "pin", COOKIE);
                    free_irq(irq, COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                })
                .alwaysFind("K1: interrupt pin: a shared interrupt is asserted");
    }

    @Test
    void aHandlerMustNotSleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    var mutex = new Mutex();
                    request_irq(
                            irq,
                            (_, _) -> {
                                Mutex.mutex_lock(mutex);
                                return IRQ_HANDLED;
                            },
                            "pin",
                            COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                })
                .alwaysFind("K1: interrupt pin slept in atomic context: mutex_lock.");
    }

    /// The handler spins for ever, and nobody waits for it.
    @Test
    void aHandlerThatWaitsForALockThatItHoldsIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    var lock = new Spinlock();
                    request_irq(
                            irq,
                            (_, _) -> {
                                Spinlock.spin_lock(lock);
                                Spinlock.spin_lock(lock);
                                return IRQ_HANDLED;
                            },
                            "pin",
                            COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                })
                .alwaysFind("R29: interrupt pin can never go on: it waits for a spinlock.");
    }

    @Test
    void aWrongCookieIsNoticed() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    request_irq(irq, (_, _) -> IRQ_NONE, "pin", COOKIE);
                    stage.task("driver", () -> free_irq(irq, "another cookie"));
                })
                .alwaysFind("R14: driver called free_irq with a cookie that was not registered.");
    }

    @Test
    void anInterruptThatIsNotGivenBackIsALeak() {
        EVERY_SCHEDULE
                .of(stage -> {
                    request_irq(stage.interrupt(), (_, _) -> IRQ_NONE, "pin", COOKIE);
                    stage.audited();
                })
                .alwaysFind("R5: Action is still there");
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    assertThat(request_irq(stage.interrupt(), (_, _) -> IRQ_NONE, "pin", COOKIE))
                            .isEqualTo(-Errno.EBUSY);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void devresGivesAManagedInterruptBackAndNobodyElseMay() {
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    var dev = new Device("thing", 0);
                    int[] runs = new int[1];
                    devm_request_irq(dev, irq, acknowledging(stage.machine(), runs), "pin", COOKIE);
                    stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                    stage.task("core", () -> dev.releaseAll(stage.machine()));
                    stage.audited();
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    int irq = stage.interrupt();
                    var dev = new Device("thing", 0);
                    devm_request_irq(dev, irq, (_, _) -> IRQ_NONE, "pin", COOKIE);
                    stage.task("driver", () -> free_irq(irq, COOKIE));
                })
                .alwaysFind("R10: Action was released by hand although devres is in charge of it");
    }
}

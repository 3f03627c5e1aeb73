package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Devm.devm_add_action;
import static dev.yank.harness.kernel.Devm.devm_add_action_or_reset;
import static dev.yank.harness.kernel.Devm.devm_kfree;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DevmTest {

    @Test
    void whatWasRegisteredLastIsReleasedFirst() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    List<String> released = new ArrayList<>();
                    for (String action : List.of("first", "second", "third")) {
                        assertThat(devm_add_action(dev, () -> released.add(action)))
                                .isZero();
                    }
                    assertThat(released).isEmpty();
                    dev.releaseAll(stage.machine());
                    assertThat(released).containsExactly("third", "second", "first");
                    dev.releaseAll(stage.machine());
                    assertThat(released).hasSize(3);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void anActionThatCannotBeRegisteredIsNotRun() {
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    int[] runs = new int[1];
                    assertThat(devm_add_action(dev, () -> runs[0]++)).isEqualTo(-Errno.ENOMEM);
                    dev.releaseAll(stage.machine());
                    assertThat(runs[0]).isZero();
                })
                .findNothing();
    }

    @Test
    void anActionOrResetRunsOnceWhetherItCanBeRegisteredOrNot() {
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    int[] runs = new int[1];
                    assertThat(devm_add_action_or_reset(dev, () -> runs[0]++)).isEqualTo(-Errno.ENOMEM);
                    assertThat(runs[0]).isEqualTo(1);
                    dev.releaseAll(stage.machine());
                    assertThat(runs[0]).isEqualTo(1);
                    stage.audited();
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    int[] runs = new int[1];
                    assertThat(devm_add_action_or_reset(dev, () -> runs[0]++)).isZero();
                    assertThat(runs[0]).isZero();
                    dev.releaseAll(stage.machine());
                    assertThat(runs[0]).isEqualTo(1);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void managedMemoryIsFreedOnceWhetherEarlyOrAtUnbinding() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    Gadget early = devm_kzalloc(dev, new Gadget());
                    Gadget late = devm_kzalloc(dev, new Gadget());
                    devm_kfree(dev, early);
                    assertThat(early.yank$memory().isFreed()).isTrue();
                    assertThat(late.yank$memory().isFreed()).isFalse();
                    dev.releaseAll(stage.machine());
                    assertThat(late.yank$memory().isFreed()).isTrue();
                    stage.audited();
                })
                .findNothing();
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> assertThat(devm_kzalloc(new Device("thing", 0), new Gadget()))
                        .isNull())
                .findNothing();
    }

    @Test
    void freeingManagedMemoryByHandFreesItTwice() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    Gadget gadget = devm_kzalloc(dev, new Gadget());
                    stage.task("core", () -> {
                        Slab.kfree(gadget);
                        dev.releaseAll(stage.machine());
                    });
                })
                .alwaysFind("R7: Gadget was freed a second time");
    }

    @Test
    void freeingAsManagedWhatIsNotIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    stage.task("driver", () -> devm_kfree(new Device("thing", 0), gadget));
                })
                .alwaysFind("K1: driver: devm_kfree of memory that devres does not hold.");
    }

    @Test
    void unmappingAManagedMappingByHandIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    Iomem base = Iomem.devm_ioremap_resource(dev, new Resource(dev, new Silent()));
                    stage.task("driver", () -> Iomem.iounmap(base));
                })
                .alwaysFind("R10: Iomem was released by hand although devres is in charge of it");
    }

    @Test
    void registersAreOutOfReachOnceTheMappingIsReleased() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    Iomem base = Iomem.devm_ioremap_resource(dev, new Resource(dev, new Silent()));
                    assertThat(Iomem.readl(base, 0)).isEqualTo(7);
                    dev.releaseAll(stage.machine());
                    stage.task("driver", () -> Iomem.readl(base, 0));
                })
                .alwaysFind("R23: driver did device I/O on thing after remove had returned.");
    }

    /// The order of registration matters: what the handler uses must be registered before the handler, so
    /// that it is released after it.
    @Test
    void memoryRegisteredAfterTheInterruptThatUsesItIsFreedTooEarly() {
        for (boolean memoryFirst : new boolean[] {true, false}) {
            var executions = EVERY_SCHEDULE.of(stage -> {
                var dev = new Device("thing", 0);
                int irq = stage.interrupt();
                Gadget gadget = new Gadget();
                if (memoryFirst) {
                    devm_kzalloc(dev, gadget);
                }
                IrqHandler handler = (_, _) -> {
                    gadget.field();
                    stage.machine().irq(irq).lower(stage.machine());
                    return IrqHandler.IRQ_HANDLED;
                };
                Irq.devm_request_irq(dev, irq, handler, "pin", gadget);
                if (!memoryFirst) {
                    devm_kzalloc(dev, gadget);
                }
                stage.task("hardware", () -> stage.machine().irq(irq).raise(stage.machine()));
                stage.task("core", () -> dev.releaseAll(stage.machine()));
            });
            if (memoryFirst) {
                executions.findNothing();
            } else {
                executions.sometimesFindEach(
                        "R24: Gadget was used by interrupt pin, which nobody had stopped",
                        "R24: core stopped an interrupt whose handler uses Gadget, which was freed");
            }
        }
    }

    /// Every acquisition of a set-up fails once, and the others are given back.
    @Test
    void whateverFailsTheRestIsGivenBack() {
        for (int failing = 0; failing <= 5; failing++) {
            int fault = failing;
            EVERY_SCHEDULE
                    .failing(fault)
                    .of(stage -> {
                        var dev = new Device("thing", 0);
                        int irq = stage.interrupt();
                        boolean done = devm_kzalloc(dev, new Gadget()) != null
                                && Iomem.devm_ioremap_resource(dev, new Resource(dev, new Silent())) != null
                                && devm_add_action_or_reset(dev, () -> {}) == 0
                                && Irq.devm_request_irq(dev, irq, (_, _) -> 0, "pin", dev) == 0
                                && DmaBuffer.dmam_alloc_coherent(dev, 16) != null;
                        assertThat(done).isEqualTo(fault == 0);
                        dev.releaseAll(stage.machine());
                        stage.audited();
                    })
                    .findNothing();
        }
    }

    /// Registers that always read 7.
    private record Silent() implements RegisterBlock {

        @Override
        public long read(long offset, int bytes) {
            return 7;
        }

        @Override
        public void write(long offset, int bytes, long value) {}
    }
}

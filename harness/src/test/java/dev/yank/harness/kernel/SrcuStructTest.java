package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.SrcuStruct.cleanup_srcu_struct;
import static dev.yank.harness.kernel.SrcuStruct.init_srcu_struct;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_lock;
import static dev.yank.harness.kernel.SrcuStruct.srcu_read_unlock;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Exploration;
import org.junit.jupiter.api.Test;

final class SrcuStructTest {

    /// A reader may sleep, here on a mutex that the remover holds for a while, and is waited for all the
    /// same.
    @Test
    void aGracePeriodWaitsForReadersThatSleep() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    init_srcu_struct(srcu);
                    var mutex = new Mutex();
                    Gadget gadget = Gadget.allocated();
                    Gadget[] published = {gadget};
                    stage.task("reader", () -> {
                        int index = srcu_read_lock(srcu);
                        Gadget found = published[0];
                        mutex_lock(mutex);
                        mutex_unlock(mutex);
                        if (found != null) {
                            stage.sees("read it");
                            found.field();
                        }
                        srcu_read_unlock(srcu, index);
                    });
                    stage.task("remover", () -> {
                        mutex_lock(mutex);
                        published[0] = null;
                        mutex_unlock(mutex);
                        synchronize_srcu(srcu);
                        Slab.kfree(gadget);
                    });
                    stage.afterwards(() -> cleanup_srcu_struct(srcu)).audited();
                })
                .findNothing()
                .sometimesSee("read it");
    }

    @Test
    void everyGracePeriodWaitsForEveryReaderThatWasInside() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    int[] inside = new int[1];
                    stage.task("reader", () -> {
                        for (int round = 1; round <= 2; round++) {
                            int index = srcu_read_lock(srcu);
                            inside[0] = round;
                            stage.machine().point();
                            inside[0] = 0;
                            srcu_read_unlock(srcu, index);
                        }
                    });
                    for (String name : new String[] {"remover one", "remover two"}) {
                        stage.task(name, () -> {
                            int before = inside[0];
                            synchronize_srcu(srcu);
                            if (before != 0) {
                                stage.sees("a reader was inside");
                                assertThat(inside[0]).isNotEqualTo(before);
                            }
                        });
                    }
                })
                .findNothing()
                .sometimesSee("a reader was inside");
    }

    @Test
    void readersThatComeAndGoCannotHoldAGracePeriodUp() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    boolean[] over = new boolean[1];
                    stage.task("reader", () -> {
                        int first = srcu_read_lock(srcu);
                        stage.machine().point();
                        int second = srcu_read_lock(srcu);
                        if (first != second) {
                            stage.sees("the index was flipped");
                        }
                        srcu_read_unlock(srcu, first);
                        stage.machine().point();
                        if (over[0] && first != second) {
                            stage.sees("the grace period was over while a later reader was inside");
                        }
                        srcu_read_unlock(srcu, second);
                    });
                    stage.task("remover", () -> {
                        synchronize_srcu(srcu);
                        over[0] = true;
                    });
                })
                .findNothing()
                .sometimesSee("the index was flipped")
                .sometimesSee("the grace period was over while a later reader was inside");
    }

    /// What a driver does that keeps the index in its state, for all readers together: one reader leaves
    /// under the index of another, which either is refused or leaves the grace period waiting for ever.
    @Test
    void anIndexSharedByReadersIsFound() {
        Exploration.upTo(3)
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    int[] shared = new int[1];
                    for (String name : new String[] {"reader one", "reader two"}) {
                        stage.task(name, () -> {
                            shared[0] = srcu_read_lock(srcu);
                            stage.machine().point();
                            srcu_read_unlock(srcu, shared[0]);
                        });
                    }
                    stage.task("remover", () -> {
                        synchronize_srcu(srcu);
                        stage.sees("the grace period ended");
                    });
                })
                .sometimesFindEach(
                        "R26: reader one gave back a guard that it was not given",
                        "R26: reader two gave back a guard that it was not given")
                .sometimesSee("the grace period ended");
    }

    @Test
    void aReaderThatLeavesUnderTheOtherIndexLeavesTheGracePeriodWaiting() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    int outer = srcu_read_lock(srcu);
                    stage.task("remover", () -> synchronize_srcu(srcu));
                    stage.task("reader", () -> {
                        int inner = srcu_read_lock(srcu);
                        srcu_read_unlock(srcu, inner);
                        if (inner != outer) {
                            srcu_read_lock(srcu);
                            srcu_read_unlock(srcu, inner);
                        }
                    });
                })
                .alwaysFind("R29: remover can never go on: it waits for an SRCU grace period.");
    }

    @Test
    void cleaningUpWhileAReaderIsInsideIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var srcu = new SrcuStruct();
                    init_srcu_struct(srcu);
                    stage.task("reader", () -> {
                        int index = srcu_read_lock(srcu);
                        srcu_read_unlock(srcu, index);
                    });
                    stage.task("remover", () -> cleanup_srcu_struct(srcu));
                })
                .sometimesFind("K1: remover: cleanup_srcu_struct while a reader is inside.");
    }

    @Test
    void aStructureThatIsNotCleanedUpIsALeak() {
        EVERY_SCHEDULE
                .of(stage -> {
                    init_srcu_struct(new SrcuStruct());
                    stage.audited();
                })
                .alwaysFind("R5: SrcuStruct is still there");
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    assertThat(init_srcu_struct(new SrcuStruct())).isEqualTo(-Errno.ENOMEM);
                    stage.audited();
                })
                .findNothing();
    }
}

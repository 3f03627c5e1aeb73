package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.init_rwsem;
import static dev.yank.harness.kernel.RwSemaphore.up_read;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Stage;
import org.junit.jupiter.api.Test;

final class RwSemaphoreTest {

    private static void spawnReader(Stage stage, String name, RwSemaphore semaphore, int[] readers, int[] writers) {
        stage.task(name, () -> {
            down_read(semaphore);
            assertThat(writers[0]).isZero();
            if (++readers[0] == 2) {
                stage.sees("two readers inside");
            }
            stage.machine().point();
            assertThat(writers[0]).isZero();
            readers[0]--;
            up_read(semaphore);
        });
    }

    private static void spawnWriter(Stage stage, String name, RwSemaphore semaphore, int[] readers, int[] writers) {
        stage.task(name, () -> {
            down_write(semaphore);
            assertThat(readers[0]).isZero();
            assertThat(++writers[0]).isEqualTo(1);
            stage.machine().point();
            assertThat(readers[0]).isZero();
            assertThat(writers[0]--).isEqualTo(1);
            up_write(semaphore);
        });
    }

    @Test
    void readersShareItAndAWriterHasItAlone() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var semaphore = new RwSemaphore();
                    init_rwsem(semaphore);
                    int[] readers = new int[1];
                    int[] writers = new int[1];
                    spawnReader(stage, "reader one", semaphore, readers, writers);
                    spawnReader(stage, "reader two", semaphore, readers, writers);
                    spawnWriter(stage, "writer", semaphore, readers, writers);
                })
                .findNothing()
                .sometimesSee("two readers inside");
    }

    @Test
    void writersExcludeEachOther() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var semaphore = new RwSemaphore();
                    int[] readers = new int[1];
                    int[] writers = new int[1];
                    spawnWriter(stage, "writer one", semaphore, readers, writers);
                    spawnWriter(stage, "writer two", semaphore, readers, writers);
                    spawnReader(stage, "reader", semaphore, readers, writers);
                })
                .findNothing();
    }

    /// The second reader section of a task waits behind a writer that waits for the first.
    @Test
    void aWaitingWriterKeepsNewReadersOut() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var semaphore = new RwSemaphore();
                    stage.task("reader", () -> {
                        down_read(semaphore);
                        down_read(semaphore);
                        up_read(semaphore);
                        up_read(semaphore);
                    });
                    stage.task("writer", () -> {
                        down_write(semaphore);
                        up_write(semaphore);
                    });
                })
                .sometimesFindEach(
                        "R29: reader can never go on: it waits for an rwsem.",
                        "R29: writer can never go on: it waits for an rwsem.",
                        "K3: Potential deadlock: reader took RwSemaphore in step");
    }

    @Test
    void leavingWhatOneDoesNotHoldIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> up_read(new RwSemaphore())))
                .alwaysFind("K1: a task: up_read of an rwsem that nobody holds for reading.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var semaphore = new RwSemaphore();
                    down_write(semaphore);
                    stage.task("a task", () -> up_write(semaphore));
                })
                .alwaysFind("K1: a task: up_write of an rwsem that it does not hold for writing.");
    }

    @Test
    void itMayNotBeTakenInAtomicContext() {
        EVERY_SCHEDULE
                .of(stage -> stage.task("a task", () -> {
                    Rcu.rcu_read_lock();
                    down_read(new RwSemaphore());
                }))
                .alwaysFind("K1: a task slept in atomic context: down_read.");
    }
}

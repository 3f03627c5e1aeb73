package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Cdev.cdev_add;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Stage;
import dev.yank.model.trace.EntryPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Character devices, misc devices, and the files that are opened on them.
final class NodesTest {

    /// Operations that write down what they were asked.
    private static final class Noting implements FileOperations {

        final List<String> notes = new ArrayList<>();
        int openAnswers;

        @Override
        public int open(Inode inode, File file) {
            notes.add("open");
            Machine.current().point();
            return openAnswers;
        }

        @Override
        public int release(Inode inode, File file) {
            notes.add("release");
            return 0;
        }

        @Override
        public int read(File file, UserBuffer buffer) {
            UserBuffer.put_user(42, buffer);
            return 1;
        }
    }

    /// Opens node 0.
    private static Vfs.Opened open(Stage stage) {
        return new Vfs(stage.machine()).open(0);
    }

    private static int read(Stage stage, File file) {
        var buffer = new UserBuffer(0, false);
        int result = new Vfs(stage.machine()).call(file, EntryPoint.READ, buffer, 0);
        assertThat(UserBuffer.get_user(buffer)).isEqualTo(42);
        return result;
    }

    private static void close(Stage stage, @Nullable File file) {
        if (file != null) {
            new Vfs(stage.machine()).put(file);
        }
    }

    @Test
    void aNodeThatNobodyAddedCannotBeOpened() {
        EVERY_SCHEDULE
                .of(stage -> assertThat(open(stage).error()).isEqualTo(-Errno.ENXIO))
                .findNothing();
    }

    @Test
    void anOpenFileKeepsItsOperationsAfterTheNodeIsGone() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var cdev = new Cdev();
                    var operations = new Noting();
                    cdev_init(cdev, operations);
                    assertThat(cdev_add(cdev, 0)).isZero();
                    stage.task("process", () -> {
                        Vfs.Opened opened = open(stage);
                        if (opened.file() == null) {
                            assertThat(opened.error()).isEqualTo(-Errno.ENXIO);
                            stage.sees("came too late");
                        } else {
                            stage.sees("opened");
                            assertThat(read(stage, opened.file())).isEqualTo(1);
                            close(stage, opened.file());
                            assertThat(operations.notes).containsExactly("open", "release");
                        }
                    });
                    stage.task("remover", () -> cdev_del(cdev));
                    stage.afterwards(() -> assertThat(open(stage).error()).isEqualTo(-Errno.ENXIO))
                            .audited();
                })
                .findNothing()
                .sometimesSee("opened")
                .sometimesSee("came too late");
    }

    @Test
    void anEmbeddedCdevMustOutliveItsFiles() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    cdev_init(gadget.cdev, new Noting());
                    cdev_add(gadget.cdev, 0);
                    stage.task("process", () -> close(stage, open(stage).file()));
                    stage.task("remover", () -> {
                        cdev_del(gadget.cdev);
                        Slab.kfree(gadget);
                    });
                })
                .sometimesFindEach("R39: What Cdev lies in was freed by remover while it was still referenced");
    }

    /// The device holds the memory, the cdev holds the device, and files hold the cdev.
    @Test
    void aCdevThatHoldsItsDeviceKeepsTheMemoryForItsFiles() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    device_initialize(gadget.device, () -> Slab.kfree(gadget));
                    cdev_init(gadget.cdev, new Noting());
                    assertThat(cdev_device_add(gadget.cdev, gadget.device, 0)).isZero();
                    stage.task("process", () -> {
                        File file = open(stage).file();
                        if (file != null) {
                            gadget.field();
                            close(stage, file);
                        }
                    });
                    stage.task("remover", () -> {
                        cdev_device_del(gadget.cdev, gadget.device);
                        put_device(gadget.device);
                    });
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void whicheverHalfOfAddingFailsTheDeviceIsHeldByItsOwnerOnly() {
        for (int failing : new int[] {2, 3}) {
            EVERY_SCHEDULE
                    .failing(failing)
                    .of(stage -> {
                        Gadget gadget = Gadget.allocated();
                        device_initialize(gadget.device, () -> Slab.kfree(gadget));
                        cdev_init(gadget.cdev, new Noting());
                        assertThat(cdev_device_add(gadget.cdev, gadget.device, 0))
                                .isEqualTo(-Errno.ENOMEM);
                        assertThat(open(stage).error()).isEqualTo(-Errno.ENXIO);
                        assertThat(Kref.kref_read(gadget.device.kref())).isEqualTo(1);
                        put_device(gadget.device);
                        stage.audited();
                    })
                    .findNothing();
        }
    }

    @Test
    void anOpenThatFailsHoldsNothing() {
        EVERY_SCHEDULE
                .of(stage -> {
                    Gadget gadget = Gadget.allocated();
                    var operations = new Noting();
                    operations.openAnswers = -Errno.EBUSY;
                    device_initialize(gadget.device, () -> Slab.kfree(gadget));
                    cdev_init(gadget.cdev, operations);
                    cdev_device_add(gadget.cdev, gadget.device, 0);
                    assertThat(open(stage).error()).isEqualTo(-Errno.EBUSY);
                    assertThat(operations.notes).containsExactly("open");
                    cdev_device_del(gadget.cdev, gadget.device);
                    put_device(gadget.device);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void aNumberBelongsToOneNode() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var first = new Cdev();
                    var second = new Cdev();
                    cdev_init(first, new Noting());
                    cdev_init(second, new Noting());
                    assertThat(cdev_add(first, 3)).isZero();
                    assertThat(cdev_add(second, 3)).isEqualTo(-Errno.EBUSY);
                    var parent = new Device("thing", 3);
                    var misc = new Miscdevice("misc", new Noting(), parent);
                    assertThat(misc_register(misc)).isEqualTo(-Errno.EBUSY);
                    cdev_del(first);
                    assertThat(misc_register(misc)).isZero();
                    assertThat(misc_register(misc)).isEqualTo(-Errno.EBUSY);
                    misc_deregister(misc);
                    stage.audited();
                })
                .findNothing();
    }

    @Test
    void takingBackWhatIsNotThereIsMisuse() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var cdev = new Cdev();
                    cdev_init(cdev, new Noting());
                    stage.task("driver", () -> cdev_del(cdev));
                })
                .alwaysFind("K1: driver: cdev_del of a cdev that was not added.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var misc = new Miscdevice("misc", new Noting(), new Device("thing", 0));
                    stage.task("driver", () -> misc_deregister(misc));
                })
                .alwaysFind("K1: driver: misc_deregister of a misc device that is not registered.");
    }

    @Test
    void aMiscDeviceIsNotDeregisteredWhileItIsBeingOpened() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var operations = new Noting();
                    var misc = new Miscdevice("misc", operations, new Device("thing", 0));
                    assertThat(misc_register(misc)).isZero();
                    stage.task("process", () -> {
                        Vfs.Opened opened = open(stage);
                        if (opened.file() != null) {
                            stage.sees("opened");
                            assertThat(opened.file().private_data).isSameAs(misc);
                            assertThat(read(stage, opened.file())).isEqualTo(1);
                            close(stage, opened.file());
                        } else {
                            stage.sees("refused with " + opened.error());
                        }
                    });
                    stage.task("remover", () -> {
                        misc_deregister(misc);
                        int before = operations.notes.indexOf("open");
                        stage.machine().point();
                        assertThat(operations.notes.indexOf("open")).isEqualTo(before);
                    });
                    stage.audited();
                })
                .findNothing()
                .sometimesSee("opened")
                .sometimesSee("refused with -6")
                .sometimesSee("refused with -19");
    }

    @Test
    void aMiscDeviceThatCannotBeRegisteredIsNotThere() {
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    var misc = new Miscdevice("misc", new Noting(), new Device("thing", 0));
                    assertThat(misc_register(misc)).isEqualTo(-Errno.ENOMEM);
                    assertThat(open(stage).error()).isEqualTo(-Errno.ENXIO);
                    stage.audited();
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    misc_register(new Miscdevice("misc", new Noting(), new Device("thing", 0)));
                    stage.audited();
                })
                .alwaysFind("R5: Miscdevice is still there");
    }

    /// A file that is closed while an operation is inside is released when that operation leaves.
    @Test
    void releaseRunsOnceAfterTheLastOperation() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var cdev = new Cdev();
                    var operations = new Noting();
                    cdev_init(cdev, operations);
                    cdev_add(cdev, 0);
                    File file = open(stage).file();
                    file.references++;
                    stage.task("reader", () -> {
                        read(stage, file);
                        close(stage, file);
                    });
                    stage.task("closer", () -> close(stage, file));
                    stage.afterwards(() -> assertThat(operations.notes).containsExactly("open", "release"));
                })
                .findNothing();
    }

    @Test
    void aDriverThatReleasesAFileItselfIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var cdev = new Cdev();
                    cdev_init(cdev, new Noting());
                    cdev_add(cdev, 0);
                    File file = open(stage).file();
                    stage.task("driver", () -> Vfs.filp_close(file));
                })
                .alwaysFind("R19: release ran for File while it was still open.");
    }

    @Test
    void whatADriverDoesNotOfferIsAnsweredAsByTheKernel() {
        var nothing = new FileOperations() {};
        var buffer = new UserBuffer(3, true);
        EVERY_SCHEDULE
                .of(stage -> {
                    var cdev = new Cdev();
                    cdev_init(cdev, nothing);
                    cdev_add(cdev, 0);
                    File file = open(stage).file();
                    var vfs = new Vfs(stage.machine());
                    assertThat(vfs.call(file, EntryPoint.READ, buffer, 0)).isEqualTo(-Errno.EINVAL);
                    assertThat(vfs.call(file, EntryPoint.WRITE, buffer, 0)).isEqualTo(-Errno.EINVAL);
                    assertThat(vfs.call(file, EntryPoint.IOCTL, buffer, 1)).isEqualTo(-Errno.ENOTTY);
                    assertThat(vfs.call(file, EntryPoint.POLL, buffer, 0)).isEqualTo(Poll.EPOLLIN | Poll.EPOLLOUT);
                    close(stage, file);
                })
                .findNothing();
    }
}

package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.DeviceAttribute.attr_rw;
import static dev.yank.harness.kernel.DeviceAttribute.attr_wo;
import static dev.yank.harness.kernel.DeviceAttribute.device_create_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file;
import static dev.yank.harness.kernel.DeviceAttribute.device_remove_file_self;
import static dev.yank.harness.kernel.DeviceAttribute.sysfs_break_active_protection;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.sim.Stage;
import dev.yank.model.trace.EntryPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Files in sysfs: removing one waits for methods that are inside of it, unless they said not to.
final class DeviceAttributeTest {

    private final Device dev = new Device("device", 0);

    private static int write(Stage stage, int node) {
        var vfs = new Vfs(stage.machine());
        Vfs.Opened opened = vfs.open(node);
        File file = opened.file();
        if (file == null) {
            return opened.error();
        }
        int result = vfs.call(file, EntryPoint.WRITE, new UserBuffer(1, false), 0);
        vfs.put(file);
        return result;
    }

    @Test
    void removalWaitsForTheMethodAndLetsNobodyInAfterwards() {
        EVERY_SCHEDULE
                .of(stage -> {
                    List<String> notes = new ArrayList<>();
                    DeviceAttribute value = attr_rw("value", (_, _) -> 0, (_, _) -> {
                        assertThat(notes).doesNotContain("removed");
                        Machine.current().point();
                        assertThat(notes).doesNotContain("removed");
                        return 4;
                    });
                    assertThat(device_create_file(dev, value)).isZero();
                    stage.task("process", () -> stage.sees("answer " + write(stage, 0)));
                    stage.task("remover", () -> {
                        device_remove_file(dev, value);
                        notes.add("removed");
                    });
                })
                .findNothing()
                .sometimesSee("answer 4")
                .sometimesSee("answer -19")
                .sometimesSee("answer -6");
    }

    @Test
    void ofTwoMethodsThatRemoveTheirFileOneIsToldSo() {
        EVERY_SCHEDULE
                .of(stage -> {
                    List<Boolean> told = new ArrayList<>();
                    DeviceAttribute[] delete = new DeviceAttribute[1];
                    delete[0] = attr_wo("delete", (device, _) -> {
                        told.add(device_remove_file_self(device, delete[0]));
                        return 4;
                    });
                    assertThat(device_create_file(dev, delete[0])).isZero();
                    stage.task("process 0", () -> write(stage, DeviceAttribute.deleteNode(0)));
                    stage.task("process 1", () -> write(stage, DeviceAttribute.deleteNode(0)));
                    stage.afterwards(() -> {
                        assertThat(told).containsOnlyOnce(true);
                        if (told.size() == 2) {
                            stage.sees("two were inside");
                        }
                    });
                })
                .findNothing()
                .sometimesSee("two were inside");
    }

    @Test
    void whoBreaksTheProtectionIsNotWaitedFor() {
        EVERY_SCHEDULE
                .of(stage -> {
                    DeviceAttribute[] delete = new DeviceAttribute[1];
                    delete[0] = attr_wo("delete", (device, _) -> {
                        sysfs_break_active_protection(delete[0]);
                        device_remove_file(device, delete[0]);
                        return 4;
                    });
                    assertThat(device_create_file(dev, delete[0])).isZero();
                    stage.task("process", () -> stage.sees("answer " + write(stage, DeviceAttribute.deleteNode(0))));
                })
                .findNothing()
                .alwaysSee("answer 4");
    }

    @Test
    void aMethodThatWaitsForItselfIsStuckForEver() {
        EVERY_SCHEDULE
                .of(stage -> {
                    DeviceAttribute[] delete = new DeviceAttribute[1];
                    delete[0] = attr_wo("delete", (device, _) -> {
                        device_remove_file(device, delete[0]);
                        return 4;
                    });
                    assertThat(device_create_file(dev, delete[0])).isZero();
                    stage.task("process", () -> write(stage, DeviceAttribute.deleteNode(0)));
                })
                .alwaysFind("R29: process never returns from write");
    }

    @Test
    void aFileThatIsOpenStaysDeadWhenTheAttributeIsCreatedAnew() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var vfs = new Vfs(stage.machine());
                    DeviceAttribute value = attr_rw("value", (_, _) -> 4, (_, _) -> 4);
                    assertThat(device_create_file(dev, value)).isZero();
                    File file = Objects.requireNonNull(vfs.open(0).file());
                    device_remove_file(dev, value);
                    assertThat(device_create_file(dev, value)).isZero();
                    assertThat(vfs.call(file, EntryPoint.READ, new UserBuffer(0, false), 0))
                            .isEqualTo(-Errno.ENODEV);
                    vfs.put(file);
                })
                .findNothing();
    }
}

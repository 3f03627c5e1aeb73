package dev.yank.harness.kernel;

import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Device.dev_set_drvdata;
import static dev.yank.harness.kernel.Device.device_add;
import static dev.yank.harness.kernel.Device.device_del;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.device_lock;
import static dev.yank.harness.kernel.Device.device_unlock;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.sim.Exploration.EVERY_SCHEDULE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.trace.DrvdataState;
import org.junit.jupiter.api.Test;

final class DeviceTest {

    @Test
    void drvdataIsBorrowedBetweenSettingAndUnbinding() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    dev_set_drvdata(dev, "state");
                    stage.task("driver", () -> {
                        String state = dev_get_drvdata(dev);
                        assertThat(state).isEqualTo("state");
                    });
                })
                .findNothing();
    }

    @Test
    void borrowingBeforeSettingIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    stage.task("borrower", () -> Device.<Object>dev_get_drvdata(dev));
                    stage.task("prober", () -> dev_set_drvdata(dev, "state"));
                })
                .sometimesFind("R13: borrower borrowed the drvdata of thing before it was set.");
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    dev_set_drvdata(dev, "state");
                    dev_set_drvdata(dev, null);
                    stage.task("borrower", () -> Device.<Object>dev_get_drvdata(dev));
                })
                .alwaysFind("R13: borrower borrowed the drvdata of thing after it was cleared.");
    }

    @Test
    void borrowingAfterUnbindingIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    dev_set_drvdata(dev, "state");
                    stage.task("borrower", () -> Device.<Object>dev_get_drvdata(dev));
                    stage.task("core", () -> {
                        stage.machine().point();
                        dev.dropDrvdata(stage.machine(), DrvdataState.GONE);
                    });
                })
                .sometimesFind("R13: borrower borrowed the drvdata of thing after it was unbound.");
    }

    @Test
    void theLastReferenceReleasesADeviceOnce() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    int[] releases = new int[1];
                    device_initialize(dev, () -> releases[0]++);
                    assertThat(get_device(dev)).isSameAs(dev);
                    stage.task("one", () -> put_device(dev));
                    stage.task("two", () -> put_device(dev));
                    stage.afterwards(() -> assertThat(releases[0]).isEqualTo(1));
                })
                .findNothing();
    }

    @Test
    void puttingAReferenceTooManyIsFound() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    device_initialize(dev, () -> {});
                    stage.task("one", () -> put_device(dev));
                    stage.task("two", () -> put_device(dev));
                })
                .sometimesFindEach(
                        "R2: Refcount was decremented by one though it was 0",
                        "R2: Refcount was decremented by two though it was 0")
                .alwaysFind("R2: ");
    }

    @Test
    void aRegisteredDeviceMustBeTakenBack() {
        EVERY_SCHEDULE
                .of(stage -> {
                    assertThat(device_add(new Device("thing", 0))).isZero();
                    stage.audited();
                })
                .alwaysFind("R5: thing is still there");
        EVERY_SCHEDULE
                .failing(1)
                .of(stage -> {
                    assertThat(device_add(new Device("thing", 0))).isEqualTo(-Errno.ENOMEM);
                    stage.audited();
                })
                .findNothing();
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    device_add(dev);
                    device_del(dev);
                    stage.task("driver", () -> device_del(dev));
                    stage.audited();
                })
                .alwaysFind("K1: driver: device_del of a device that was not added.");
    }

    @Test
    void theLockOfADeviceExcludes() {
        EVERY_SCHEDULE
                .of(stage -> {
                    var dev = new Device("thing", 0);
                    int[] inside = new int[1];
                    for (String name : new String[] {"remover", "suspender"}) {
                        stage.task(name, () -> {
                            device_lock(dev);
                            assertThat(++inside[0]).isEqualTo(1);
                            stage.machine().point();
                            inside[0]--;
                            device_unlock(dev);
                        });
                    }
                })
                .findNothing();
    }
}

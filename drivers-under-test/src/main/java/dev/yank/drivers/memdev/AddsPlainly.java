package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Cdev.cdev_add;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Device.device_add;
import static dev.yank.harness.kernel.Device.device_del;

import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R39 and nothing else: adds the cdev and the device side by side, so that nothing makes the cdev hold the
/// device in whose memory it lies. The release of a file frees that memory, and the last reference to the cdev is put
/// afterwards.
///
/// Source: CVE-2022-48759, rpmsg: char: race between the release of rpmsg_ctrldev and cdev, Linux kernel CVE team,
/// 2024;
/// the same in CVE-2020-10690 and CVE-2022-50568.
@UnderTest(
        name = "scratch-memdev-adds-plainly",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        breaks = "R39",
        summary = "cdev_add without cdev_device_add: the cdev does not hold what it is embedded in.")
public final class AddsPlainly extends ScratchMemdev {

    @Override
    int cdev_device_add(Cdev cdev, Device dev, int devt) {
        int err = device_add(dev);
        if (err != 0) {
            return err;
        }
        int failed = cdev_add(cdev, devt);
        if (failed != 0) {
            device_del(dev);
        }
        return failed;
    }

    @Override
    void cdev_device_del(Cdev cdev, Device dev) {
        device_del(dev);
        cdev_del(cdev);
    }
}

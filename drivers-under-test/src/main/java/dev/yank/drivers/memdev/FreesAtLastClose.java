package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R39 and nothing else: whoever closes the last file drops every reference that is left, those of whoever is
/// still bound included, and thereby frees the device.
@UnderTest(
        name = "scratch-memdev-frees-at-last-close",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        breaks = "R39",
        summary = "The last close frees what is still bound.")
public final class FreesAtLastClose extends ScratchMemdev {

    @Override
    int open(Memdev cxlmd, File file) {
        int ret = super.open(cxlmd, file);
        if (ret == 0) {
            down_write(memdev_rwsem);
            cxlmd.users++;
            up_write(memdev_rwsem);
        }
        return ret;
    }

    @Override
    void put_at_release(File file) {
        Memdev cxlmd = private_data(file);
        down_write(memdev_rwsem);
        cxlmd.users--;
        boolean lastOfBound = cxlmd.users == 0 && cxlmd.cxlds != null;
        up_write(memdev_rwsem);
        if (lastOfBound) {
            // Those of probe and of the cdev.
            put_device(cxlmd.dev);
            put_device(cxlmd.dev);
        }
        put_device(cxlmd.dev);
    }
}

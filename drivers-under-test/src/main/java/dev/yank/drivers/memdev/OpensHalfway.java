package dev.yank.drivers.memdev;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.RwSemaphore.down_read;
import static dev.yank.harness.kernel.RwSemaphore.up_read;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R31 and nothing else: open looks whether the device is still there, leaves where it is not, and forgets to
/// say
/// so: a file without private data is open.
///
/// The kind of race that CVE-2022-44034 names in the character devices of PCMCIA: open against remove.
@UnderTest(
        name = "scratch-memdev-opens-halfway",
        device = "scratch",
        policy = ScratchMemdev.POLICY,
        breaks = "R31",
        summary = "open that loses against remove succeeds, and the file is not initialised.")
public final class OpensHalfway extends ScratchMemdev {

    @Override
    int open(Memdev cxlmd, File file) {
        down_read(memdev_rwsem);
        if (cxlmd.cxlds != null) {
            get_device(cxlmd.dev);
            file.private_data = cxlmd;
        }
        up_read(memdev_rwsem);
        return 0;
    }
}

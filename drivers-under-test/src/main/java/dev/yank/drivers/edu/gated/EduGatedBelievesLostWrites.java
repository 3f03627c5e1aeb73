package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.harness.kernel.Errno.ENXIO;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.UserBuffer.get_user;

import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Breaks L1 and nothing else: write does not ask whether the device is still there. A write that is lost because
/// the device was pulled out answers success after others were told that it is gone.
@UnderTest(
        name = "edu-gated-believes-lost-writes",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "L1",
        summary = "write reports success although the device was pulled out and others know.")
public final class EduGatedBelievesLostWrites extends EduGated {

    @Override
    public int write(File file, UserBuffer buffer) {
        Edu edu = to_edu(file);
        if (!edu_enter(edu)) {
            return -ENXIO;
        }
        writel(~get_user(buffer), edu.bar, EDU_LIVENESS);
        edu_exit(edu);
        return Integer.BYTES;
    }
}

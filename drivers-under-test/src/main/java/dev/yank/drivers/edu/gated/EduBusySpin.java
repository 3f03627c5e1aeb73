package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS_COMPUTING;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.Iomem.readl;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R44 and nothing else: spins on a busy bit, which a device that is gone shows for ever.
@UnderTest(
        name = "edu-busy-spin",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R44",
        summary = "Spins for ever on the busy bit of a device that was pulled out.")
public final class EduBusySpin extends EduGated {

    @Override
    int edu_wait_computed(Edu edu) {
        while ((readl(edu.bar, EDU_STATUS) & EDU_STATUS_COMPUTING) != 0) {
            cpu_relax();
        }
        return 0;
    }
}

package dev.yank.drivers.edu.gated;

import static dev.yank.harness.kernel.Atomic.atomic_xchg;
import static dev.yank.harness.kernel.PciDev.pci_get_drvdata;
import static dev.yank.harness.kernel.WorkStruct.disable_work_sync;
import static dev.yank.harness.kernel.WorkStruct.init_work;
import static dev.yank.harness.kernel.WorkStruct.schedule_work;

import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciErrorHandlers;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.UserBuffer;

/// Conforms: three causes ask for the teardown of a device that was pulled out, and the first one does it. The bus
/// tells
/// the error handler; a read that sees all-ones schedules work, as nvme does for a controller that is dead; and in the
/// end there is remove, which waits for the work.
///
/// Not final, because its twins leave one precaution out.
@UnderTest(
        name = "edu-recovers",
        device = "edu",
        policy = EduGated.POLICY,
        summary = "Gated driver whose error handler, lost-device work and remove all tear down, once.")
public class EduRecovers extends EduGated implements PciErrorHandlers {

    @Override
    public final PciErrorHandlers err_handler() {
        return this;
    }

    @Override
    final Edu edu_alloc(PciDev pdev, Iomem bar, DmaBuffer dma) {
        return new EduLost(pdev, bar, dma, this);
    }

    @Override
    final void edu_init(Edu edu) {
        super.edu_init(edu);
        init_work(((EduLost) edu).lost, () -> edu_shutdown(edu.pdev, (EduLost) edu));
    }

    @Override
    public final int read(File file, UserBuffer buffer) {
        EduLost edu = (EduLost) to_edu(file);
        int result = super.read(file, buffer);
        if (result < 0) {
            schedule_work(edu.lost);
        }
        return result;
    }

    @Override
    public final int error_detected(PciDev pdev, int state) {
        if (state == PCI_CHANNEL_IO_PERM_FAILURE) {
            EduLost edu = pci_get_drvdata(pdev);
            edu_shutdown(pdev, edu);
        }
        return PCI_ERS_RESULT_DISCONNECT;
    }

    @Override
    public final void remove(PciDev pdev) {
        EduLost edu = pci_get_drvdata(pdev);
        disable_work_sync(edu.lost);
        edu_shutdown(pdev, edu);
        edu_put(edu);
    }

    final void edu_shutdown(PciDev pdev, EduLost edu) {
        if (begins_teardown(edu)) {
            edu_tear_down(pdev, edu);
        }
    }

    /// Whether it is the first one who asks.
    boolean begins_teardown(EduLost edu) {
        return atomic_xchg(edu.torn, 1) == 0;
    }
}

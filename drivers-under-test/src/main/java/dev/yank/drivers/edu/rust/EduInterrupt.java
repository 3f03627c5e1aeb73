package dev.yank.drivers.edu.rust;

import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_ACK;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_DMA_DONE;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_STATUS;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;
import static dev.yank.harness.kernel.rust.Devres.devres_new;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Drop;

/// `irq::Registration<EduInterrupt>`: the handler with an `Arc` of its own, given back by devres before the
/// registers are.
///
/// Source: `rust/kernel/irq/request.rs`, Linux kernel, D. Almeida, 2025.
final class EduInterrupt implements IrqHandler, Drop {

    private final int irq;

    @Var
    private Arc<EduData> data;

    private EduInterrupt(int irq, Arc<EduData> data) {
        this.irq = irq;
        this.data = data;
    }

    /// Requests the interrupt as long as the device is bound.
    ///
    /// @return 0 or a negative errno
    static int register(PciDev pdev, Arc<EduData> data) {
        int irq = PciDev.pci_irq_vector(pdev);
        var registration = new EduInterrupt(irq, data.cloned());
        int err = request_irq(irq, registration, "edu", registration);
        if (err != 0) {
            registration.data.drop();
            return err;
        }
        return devres_new(pdev.dev, registration) == null ? -Errno.ENOMEM : 0;
    }

    @Override
    public void drop() {
        free_irq(irq, this);
        data.drop();
    }

    @Override
    public int handle(int number, Object devId) {
        EduData edu = data.get();
        try (var bar = edu.bar.try_access()) {
            if (bar == null) {
                return IRQ_NONE;
            }
            int status = readl(bar.get().base(), EDU_IRQ_STATUS);
            if (status == 0 || pci_possible_error(status)) {
                return IRQ_NONE;
            }
            writel(status, bar.get().base(), EDU_IRQ_ACK);
            if ((status & EDU_IRQ_DMA_DONE) != 0) {
                atomic_set(edu.done, 1);
                wake_up(edu.transferred);
            }
            return IRQ_HANDLED;
        }
    }
}

package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_ACK;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_DMA_DONE;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_STATUS;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.UnderTest;

/// Breaks R44 and nothing else: the handler goes round until no cause of an interrupt is left, and a device that was
/// pulled out shows all of them for ever. That it is asked at all, is its neighbour's doing.
///
/// Source: kernel documentation, `PCI/pci`, G. Grundler, 2006.
@UnderTest(
        name = "edu-intx-loops",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "R44",
        summary = "The handler of a shared line goes round until a status is 0 that reads as all ones.")
public final class EduIntxLoops extends EduIntx {

    @Override
    int intx_interrupt(int irq, Object devId) {
        Edu edu = (Edu) devId;
        @Var int handled = IRQ_NONE;
        @Var int status = readl(edu.bar, EDU_IRQ_STATUS);
        while (status != 0) {
            handled = IRQ_HANDLED;
            writel(status, edu.bar, EDU_IRQ_ACK);
            if ((status & EDU_IRQ_DMA_DONE) != 0) {
                atomic_set(edu.dma_done, 1);
                wake_up(edu.wait);
            }
            status = readl(edu.bar, EDU_IRQ_STATUS);
        }
        return handled;
    }
}

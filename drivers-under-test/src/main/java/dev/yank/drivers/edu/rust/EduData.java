package dev.yank.drivers.edu.rust;

import static dev.yank.harness.kernel.DmaBuffer.dma_alloc_coherent;
import static dev.yank.harness.kernel.DmaBuffer.dma_free_coherent;
import static dev.yank.harness.kernel.PciDev.pci_iomap;
import static dev.yank.harness.kernel.PciDev.pci_iounmap;
import static dev.yank.harness.kernel.rust.Devres.devres_new;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.edu.EduRegisters;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.DmaBuffer;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.WaitQueueHead;
import dev.yank.harness.kernel.rust.Devres;
import dev.yank.harness.kernel.rust.Drop;
import org.jspecify.annotations.Nullable;

/// What an open file, the interrupt and the driver share, each through an `Arc`. The hardware in it is
/// revoked when the device is unbound; the rest stays.
final class EduData {

    /// `pci::Bar<0x100>`: unmapped when it is dropped.
    record Bar(PciDev pdev, Iomem base) implements Drop {

        static @Nullable Devres<Bar> map(PciDev pdev) {
            Iomem base = pci_iomap(pdev, 0);
            return base == null ? null : devres_new(pdev.dev, new Bar(pdev, base));
        }

        @Override
        public void drop() {
            pci_iounmap(pdev, base);
        }
    }

    /// `dma::CoherentAllocation<u8>`.
    record Dma(PciDev pdev, DmaBuffer buffer) implements Drop {

        static @Nullable Devres<Dma> alloc(PciDev pdev) {
            DmaBuffer buffer = dma_alloc_coherent(pdev.dev, EduRegisters.EDU_BUFFER_SIZE);
            return buffer == null ? null : devres_new(pdev.dev, new Dma(pdev, buffer));
        }

        @Override
        public void drop() {
            dma_free_coherent(pdev.dev, buffer);
        }
    }

    /// A `Devres` points to what it manages; it is not part of this object.
    @Var
    Devres<Bar> bar;

    @Var
    Devres<Dma> dma;

    /// `AtomicBool`, set by unbind before anything is torn down: the instant at which the device is gone for
    /// clients.
    final Atomic dying = new Atomic();

    /// `Mutex<()>`: whoever uses the factorial unit or the DMA engine.
    final Mutex engine = new Mutex();

    /// `CondVar`, with what it tells about.
    final WaitQueueHead transferred = new WaitQueueHead();

    final Atomic done = new Atomic();

    EduData(Devres<Bar> bar, Devres<Dma> dma) {
        this.bar = bar;
        this.dma = dma;
    }
}

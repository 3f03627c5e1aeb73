package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_BLANK;
import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER;
import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER_SIZE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_FROM_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_TO_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_COUNT;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_DST;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_SRC;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_MASK;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_UNIT;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_ACK;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_DMA_DONE;
import static dev.yank.drivers.edu.EduRegisters.EDU_IRQ_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_PATTERN;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS_COMPUTING;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.count;
import static dev.yank.harness.kernel.DmaBuffer.dma_handle;
import static dev.yank.harness.kernel.DmaBuffer.fill;
import static dev.yank.harness.kernel.Errno.EINVAL;
import static dev.yank.harness.kernel.Errno.ENXIO;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Iomem.writeq;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.TimerList.mod_timer;
import static dev.yank.harness.kernel.UserBuffer.get_user;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.UserBuffer;

/// The factorial unit and the DMA engine; everything here runs inside the gate. Answers are 0 or a negative
/// errno.
class EduEngine {

    private static final long DMA_TIMEOUT = 1000;

    int edu_factorial(Edu edu, UserBuffer argument) {
        mutex_lock(edu.engine);
        writel(get_user(argument), edu.bar, EDU_FACTORIAL_UNIT);
        int err = edu_wait_computed(edu);
        int result = readl(edu.bar, EDU_FACTORIAL_UNIT);
        mutex_unlock(edu.engine);
        if (err != 0 || pci_possible_error(result)) {
            return -ENXIO;
        }
        return put_user(result & EDU_FACTORIAL_MASK, argument);
    }

    int edu_wait_computed(Edu edu) {
        while (true) {
            int status = readl(edu.bar, EDU_STATUS);
            if (pci_possible_error(status)) {
                return -ENXIO;
            }
            if ((status & EDU_STATUS_COMPUTING) == 0) {
                return 0;
            }
            cpu_relax();
        }
    }

    /// Sends bytes to the device's buffer and fetches them back.
    int edu_transfer(Edu edu, UserBuffer argument) {
        int bytes = get_user(argument);
        if (bytes < 1 || bytes > EDU_BUFFER_SIZE) {
            return -EINVAL;
        }
        long handle = dma_handle(edu.dma);
        mutex_lock(edu.engine);
        fill(edu.dma, bytes, EDU_PATTERN);
        @Var int err = edu_dma(edu, handle, EDU_BUFFER, bytes, EDU_DMA_CMD_TO_DEVICE);
        if (err == 0) {
            fill(edu.dma, bytes, EDU_BLANK);
            err = edu_dma(edu, EDU_BUFFER, handle, bytes, EDU_DMA_CMD_FROM_DEVICE);
        }
        if (err == 0) {
            put_user(count(edu.dma, bytes, EDU_PATTERN), argument);
        }
        mutex_unlock(edu.engine);
        return err;
    }

    private int edu_dma(Edu edu, long source, long destination, int bytes, int command) {
        if (atomic_read(edu.dying) != 0) {
            return -ENXIO; // the engine may be busy with a transfer that was given up
        }
        atomic_set(edu.dma_done, 0);
        atomic_set(edu.stalled, 0);
        writeq(source, edu.bar, EDU_DMA_SRC);
        writeq(destination, edu.bar, EDU_DMA_DST);
        writeq(bytes, edu.bar, EDU_DMA_COUNT);
        writeq(command, edu.bar, EDU_DMA_CMD);
        mod_timer(edu.watchdog, DMA_TIMEOUT);
        while (true) {
            edu_wait_dma(edu);
            if (atomic_read(edu.dma_done) != 0) {
                return 0;
            }
            if (atomic_read(edu.dying) != 0 || pci_possible_error(readl(edu.bar, EDU_STATUS))) {
                return -ENXIO;
            }
            atomic_set(edu.stalled, 0);
        }
    }

    /// Sleeps until the transfer is done, remove has begun, or it has taken suspiciously long.
    void edu_wait_dma(Edu edu) {
        wait_event(
                edu.wait,
                () -> atomic_read(edu.dma_done) != 0 || atomic_read(edu.dying) != 0 || atomic_read(edu.stalled) != 0);
    }

    /// The watchdog: no interrupt comes from a device that was pulled out.
    static void edu_stalled(Edu edu) {
        if (atomic_read(edu.dma_done) == 0 && atomic_read(edu.dying) == 0) {
            atomic_set(edu.stalled, 1);
            wake_up(edu.wait);
        }
    }

    static int edu_interrupt(int irq, Object devId) {
        Edu edu = (Edu) devId;
        int status = readl(edu.bar, EDU_IRQ_STATUS);
        if (status == 0 || pci_possible_error(status)) {
            return IRQ_NONE;
        }
        writel(status, edu.bar, EDU_IRQ_ACK);
        if ((status & EDU_IRQ_DMA_DONE) != 0) {
            atomic_set(edu.dma_done, 1);
            wake_up(edu.wait);
        }
        return IRQ_HANDLED;
    }
}

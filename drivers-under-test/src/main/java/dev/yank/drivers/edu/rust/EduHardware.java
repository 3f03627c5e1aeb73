package dev.yank.drivers.edu.rust;

import static dev.yank.drivers.edu.EduRegisters.EDU_BLANK;
import static dev.yank.drivers.edu.EduRegisters.EDU_BUFFER;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_FROM_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_CMD_TO_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_COUNT;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_DST;
import static dev.yank.drivers.edu.EduRegisters.EDU_DMA_SRC;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_MASK;
import static dev.yank.drivers.edu.EduRegisters.EDU_FACTORIAL_UNIT;
import static dev.yank.drivers.edu.EduRegisters.EDU_ID;
import static dev.yank.drivers.edu.EduRegisters.EDU_LIVENESS;
import static dev.yank.drivers.edu.EduRegisters.EDU_PATTERN;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS;
import static dev.yank.drivers.edu.EduRegisters.EDU_STATUS_COMPUTING;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.count;
import static dev.yank.harness.kernel.DmaBuffer.dma_handle;
import static dev.yank.harness.kernel.DmaBuffer.fill;
import static dev.yank.harness.kernel.Errno.ENXIO;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Iomem.writeq;
import static dev.yank.harness.kernel.PciDev.pci_possible_error;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;

import com.google.errorprone.annotations.Var;

/// Access to the hardware. Each step asks for the registers anew and drops its guard before it waits, so that
/// a device may go between any two steps. Answers are values from 0 or negative errnos, for `Result<u32>`.
final class EduHardware {

    private EduHardware() {}

    /// Reads a register; all-ones is a device that was pulled out.
    private static int read(EduData edu, int register) {
        if (atomic_read(edu.dying) != 0) {
            return -ENXIO;
        }
        try (var bar = edu.bar.try_access()) {
            if (bar == null) {
                return -ENXIO;
            }
            int value = readl(bar.get().base(), register);
            return pci_possible_error(value) ? -ENXIO : value;
        }
    }

    /// 0 where the device is there.
    static int present(EduData edu) {
        return Math.min(0, read(edu, EDU_ID));
    }

    static int get(EduData edu) {
        return read(edu, EDU_LIVENESS);
    }

    static int set(EduData edu, int value) {
        return store(edu, EDU_LIVENESS, ~value);
    }

    /// Writes a register of a device that is there.
    private static int store(EduData edu, int register, int value) {
        if (atomic_read(edu.dying) != 0) {
            return -ENXIO;
        }
        try (var bar = edu.bar.try_access()) {
            if (bar == null || pci_possible_error(readl(bar.get().base(), EDU_ID))) {
                return -ENXIO;
            }
            writel(value, bar.get().base(), register);
            return 0;
        }
    }

    static int factorial(EduData edu, int n) {
        @Var int status = store(edu, EDU_FACTORIAL_UNIT, n);
        if (status == 0) {
            status = read(edu, EDU_STATUS);
        }
        while (status > 0 && (status & EDU_STATUS_COMPUTING) != 0) {
            cpu_relax();
            status = read(edu, EDU_STATUS);
        }
        return status < 0 ? status : result(edu);
    }

    /// A factorial may have its highest bit set, so it is no `Result` as it stands.
    private static int result(EduData edu) {
        try (var bar = edu.bar.try_access()) {
            if (bar == null) {
                return -ENXIO;
            }
            int value = readl(bar.get().base(), EDU_FACTORIAL_UNIT);
            return pci_possible_error(value) ? -ENXIO : value & EDU_FACTORIAL_MASK;
        }
    }

    static int transfer(EduData edu, int bytes) {
        @Var int err = start(edu, bytes, EDU_PATTERN, EDU_DMA_CMD_TO_DEVICE);
        if (err == 0) {
            err = wait(edu);
        }
        if (err == 0) {
            err = start(edu, bytes, EDU_BLANK, EDU_DMA_CMD_FROM_DEVICE);
        }
        if (err == 0) {
            err = wait(edu);
        }
        return err != 0 ? err : arrived(edu, bytes);
    }

    private static int start(EduData edu, int bytes, int content, int command) {
        if (atomic_read(edu.dying) != 0) {
            return -ENXIO; // the engine may be busy with a transfer that was given up
        }
        try (var bar = edu.bar.try_access();
                var dma = edu.dma.try_access()) {
            if (bar == null || dma == null) {
                return -ENXIO;
            }
            var base = bar.get().base();
            var buffer = dma.get().buffer();
            fill(buffer, bytes, content);
            atomic_set(edu.done, 0);
            boolean toDevice = command == EDU_DMA_CMD_TO_DEVICE;
            writeq(toDevice ? dma_handle(buffer) : EDU_BUFFER, base, EDU_DMA_SRC);
            writeq(toDevice ? EDU_BUFFER : dma_handle(buffer), base, EDU_DMA_DST);
            writeq(bytes, base, EDU_DMA_COUNT);
            writeq(command, base, EDU_DMA_CMD);
            return 0;
        }
    }

    private static int wait(EduData edu) {
        wait_event(edu.transferred, () -> atomic_read(edu.done) != 0 || atomic_read(edu.dying) != 0);
        return atomic_read(edu.done) != 0 ? 0 : -ENXIO;
    }

    private static int arrived(EduData edu, int bytes) {
        try (var dma = edu.dma.try_access()) {
            return dma == null ? -ENXIO : count(dma.get().buffer(), bytes, EDU_PATTERN);
        }
    }
}

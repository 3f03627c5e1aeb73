package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.Irq.free_irq;
import static dev.yank.harness.kernel.Irq.request_irq;
import static dev.yank.harness.kernel.rust.Devres.devres_new;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.rust.Drop;
import dev.yank.harness.kernel.rust.Foreign;
import dev.yank.harness.kernel.rust.ForeignOwnable;
import dev.yank.harness.kernel.rust.Unit;

/// `irq::Registration` whose handler keeps nothing, which is why its cookie is made of `()`; what it needs it
/// borrows from the device. Devres frees it after unbind has returned.
///
/// Source: `rust/kernel/irq/request.rs`, Linux kernel, D. Almeida, 2025.
record ScratchInterrupt(RustScratch driver, PlatformDevice pdev, Foreign<Unit> cookie) implements IrqHandler, Drop {

    /// Requests the interrupt as long as the device is bound.
    ///
    /// @return 0 or a negative errno
    static int register(RustScratch driver, PlatformDevice pdev, ForeignOwnable<Unit> unit) {
        Foreign<Unit> cookie = Foreign.into_foreign(unit, new Unit());
        if (cookie == null) {
            return -Errno.EINVAL;
        }
        var registration = new ScratchInterrupt(driver, pdev, cookie);
        int err = request_irq(pdev.irq(), registration, "scratch", cookie);
        if (err != 0) {
            cookie.from_foreign();
            return err;
        }
        return devres_new(pdev.dev(), registration) == null ? -Errno.ENOMEM : 0;
    }

    @Override
    public void drop() {
        free_irq(pdev.irq(), cookie);
        cookie.from_foreign();
    }

    @Override
    public int handle(int irq, Object devId) {
        try (var borrowed = driver.borrow_in_handler(pdev.dev())) {
            if (borrowed == null) {
                return IRQ_NONE;
            }
            return acknowledge(borrowed.get().get().shared());
        }
    }

    private static int acknowledge(ScratchData.Shared shared) {
        try (var io = shared.registers()) {
            if (io == null || readl(io.get().base(), ScratchData.STATUS) == 0) {
                return IRQ_NONE;
            }
            writel(1, io.get().base(), ScratchData.STATUS);
            atomic_inc(shared.statistics.get().confirmed);
            return IRQ_HANDLED;
        }
    }
}

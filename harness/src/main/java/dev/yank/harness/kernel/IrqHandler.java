package dev.yank.harness.kernel;

/// `irq_handler_t`: runs in hard interrupt context and must not sleep.
@FunctionalInterface
public interface IrqHandler {

    /// `IRQ_NONE`: the interrupt was not from this device.
    int IRQ_NONE = 0;

    /// `IRQ_HANDLED`.
    int IRQ_HANDLED = 1;

    /// `IRQ_WAKE_THREAD`: the rest is for the thread.
    int IRQ_WAKE_THREAD = 2;

    /// Serves one interrupt.
    ///
    /// @param irq the number of the interrupt
    /// @param devId the cookie given to `request_irq`
    /// @return [#IRQ_NONE], [#IRQ_HANDLED] or [#IRQ_WAKE_THREAD]
    int handle(int irq, Object devId);
}

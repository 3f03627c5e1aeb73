package dev.yank.harness.kernel;

/// `irq_handler_t`: runs in hard interrupt context and must not sleep.
@FunctionalInterface
public interface IrqHandler {

    /// `IRQ_NONE`: the interrupt was not from this device.
    int IRQ_NONE = 0;

    /// `IRQ_HANDLED`.
    int IRQ_HANDLED = 1;

    /// Serves one interrupt.
    ///
    /// @param irq the number of the interrupt
    /// @param devId the cookie given to `request_irq`
    /// @return [#IRQ_NONE] or [#IRQ_HANDLED]
    int handle(int irq, Object devId);
}

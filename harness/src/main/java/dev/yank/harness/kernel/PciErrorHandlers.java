package dev.yank.harness.kernel;

/// `struct pci_error_handlers`: what the bus tells a driver when its device, or the way to it, fails. Called under the
/// device lock, as remove is, and before it.
///
/// Source: `Documentation/PCI/pci-error-recovery.rst`, Linux kernel, L. Vepstas, R. Lary, 2006.
public interface PciErrorHandlers {

    /// `pci_channel_io_perm_failure`: the device will not come back.
    int PCI_CHANNEL_IO_PERM_FAILURE = 3;

    /// `PCI_ERS_RESULT_DISCONNECT`: the driver gives the device up.
    int PCI_ERS_RESULT_DISCONNECT = 4;

    /// The channel to the device is in this state from now on.
    ///
    /// @param state such as [#PCI_CHANNEL_IO_PERM_FAILURE]
    /// @return what the driver wants, such as [#PCI_ERS_RESULT_DISCONNECT]
    int error_detected(PciDev pdev, int state);
}

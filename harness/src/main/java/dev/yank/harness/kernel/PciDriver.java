package dev.yank.harness.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `struct pci_driver`.
public non-sealed interface PciDriver extends Driver {

    /// Which devices it takes, with a [PciDeviceId#SENTINEL] behind the last one.
    List<PciDeviceId> id_table();

    /// Binds to a device.
    ///
    /// @return 0 or a negative errno
    int probe(PciDev pdev, PciDeviceId id);

    /// Who hears of errors of the bus, or null.
    default @Nullable PciErrorHandlers err_handler() {
        return null;
    }

    /// Unbinds from it, whether the device is still there or not; devres is released afterwards.
    default void remove(PciDev pdev) {}
}

package dev.yank.harness.kernel.rust;

import static dev.yank.harness.kernel.PciDev.pci_register_driver;
import static dev.yank.harness.kernel.PciDev.pci_unregister_driver;

import dev.yank.harness.kernel.Struct;

/// `driver::Registration<pci::Adapter<T>>`: as long as it lives the driver is registered. A member of the module, which
/// drops it when it goes.
///
/// Source: `rust/kernel/driver.rs`, Linux kernel, D. Krummrich, 2024.
public final class Registration extends Struct implements Drop {

    /// `Registration::new()`.
    public static int register(Registration registration) {
        return pci_register_driver();
    }

    @Override
    public void drop() {
        pci_unregister_driver();
    }
}

package dev.yank.drivers.edu.rust;

import static dev.yank.harness.kernel.rust.Registration.register;

import dev.yank.harness.kernel.Module;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Registration;

/// `module_pci_driver!`: the driver as a module that can be unloaded. Its registration with the bus is a member of the
/// module, and is dropped with it; which unbinds the driver from its devices, before the code goes.
///
/// Not final, because its twin forgets that.
///
/// Source: LWN.net report on PCI driver abstractions, D. Krummrich, 2024.
@UnderTest(
        name = "edu-rust-module",
        device = "edu",
        policy = EduRustDevres.POLICY,
        operations = {"unload"},
        summary = "The Rust driver as a module that owns its registration with the bus.")
public class EduRustModule extends EduRustDevres {

    private final Module this_module = new Module();
    private final Registration driver = new Registration();

    @Override
    public final Module module() {
        return this_module;
    }

    @Override
    public final void init() {
        register(driver);
    }

    @Override
    public final void exit() {
        drop_members(driver);
    }

    /// The destructor of the module.
    void drop_members(Registration registration) {
        registration.drop();
    }
}

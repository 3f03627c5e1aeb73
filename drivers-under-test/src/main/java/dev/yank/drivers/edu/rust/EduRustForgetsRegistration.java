package dev.yank.drivers.edu.rust;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Registration;

/// Breaks R40 and nothing else: the registration is forgotten and not dropped, as `mem::forget` does, so that the bus
/// calls a driver whose code is gone.
///
/// Source: LWN.net report on PCI driver abstractions, D. Krummrich, 2024, where it is what a driver in C can forget.
@UnderTest(
        name = "edu-rust-module-forgets-registration",
        device = "edu",
        policy = EduRustDevres.POLICY,
        operations = {"unload"},
        breaks = "R40",
        summary = "The module goes, and its registration with the bus stays.")
public final class EduRustForgetsRegistration extends EduRustModule {

    @Override
    void drop_members(Registration registration) {}
}

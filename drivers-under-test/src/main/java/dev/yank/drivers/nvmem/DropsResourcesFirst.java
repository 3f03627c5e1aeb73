package dev.yank.drivers.nvmem;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R25 and nothing else: the registers are declared before the registration that borrows them, and are therefore
/// dropped before it. The upper layer calls a driver without registers.
///
/// Source: The Rust Reference, destructors, 2024, for the order in which fields are dropped; that the revocation of
/// resources first, as the text of 2021 has it, is not what its code does: Linux Kernel Mailing List, Maintainers
/// Summit
/// discussion on Rust in the kernel, digest, W. Almeida Filho, 2021.
@UnderTest(
        name = "scratch-rust-cells-drops-resources-first",
        device = "scratch",
        policy = ScratchNvmem.POLICY,
        breaks = "R25",
        summary = "Rust driver whose resources are dropped before the registration that uses them.")
public final class DropsResourcesFirst extends RustCells {

    @Override
    void drop_fields(Registration registration, Io io) {
        io.drop();
        registration.drop();
    }
}

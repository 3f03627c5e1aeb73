package dev.yank.drivers.edu.gated;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R25 and nothing else: promises to unregister first (policy P6), and keeps the order of the PCI howto.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, W. Almeida Filho,
/// 2021.
@UnderTest(
        name = "edu-upper-first-unregisters-late",
        device = "edu",
        policy = EduUpperFirst.UPPER_FIRST,
        breaks = "R25",
        summary = "Promises to unregister first and gives the interrupt and the DMA buffer back before.")
public final class EduUpperFirstUnregistersLate extends EduHowto {}

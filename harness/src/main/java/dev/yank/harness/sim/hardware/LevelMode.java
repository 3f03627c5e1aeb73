package dev.yank.harness.sim.hardware;

/// How a PL061 treats a level-sensitive line once its level goes away.
public enum LevelMode {
    /// Not latched: the status of a level-sensitive input goes away when the level does, and writing GPIOIC
    /// does not touch it. Lines that are outputs have no level status.
    ///
    /// Source: Linux drivers/gpio/gpio-pl061.c, 2021.
    HARDWARE,

    /// Sticky: a level once seen stays in the status until GPIOIC clears it, and output lines count as well.
    /// If the level is still there when GPIOIC is written, the status is set again at once.
    ///
    /// Source: QEMU hw/gpio/pl061.c (2024 tree).
    QEMU
}

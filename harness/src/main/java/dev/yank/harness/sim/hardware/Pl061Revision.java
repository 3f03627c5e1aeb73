package dev.yank.harness.sim.hardware;

/// What a PL061 says it is. A driver that matches the part number and designer accepts both.
///
/// Sources: QEMU hw/gpio/pl061.c (2024 tree) for revision 0; Cloud Hypervisor gpio_pl061.rs for revision 1.
public enum Pl061Revision {
    /// Peripheral identification bytes 61 10 04 00.
    REVISION_0(0x0004_1061),

    /// Peripheral identification bytes 61 10 14 00.
    REVISION_1(0x0014_1061);

    private final int peripheralId;

    Pl061Revision(int peripheralId) {
        this.peripheralId = peripheralId;
    }

    /// The four bytes of PeriphID0 to PeriphID3 as one number, PeriphID0 lowest.
    public int peripheralId() {
        return peripheralId;
    }
}

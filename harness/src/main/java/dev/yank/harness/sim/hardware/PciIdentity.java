package dev.yank.harness.sim.hardware;

/// Who a PCI function says it is; software cannot change any of it.
///
/// @param vendor 16 bits at 0x00
/// @param device 16 bits at 0x02
/// @param revision 8 bits at 0x08
/// @param classCode 24 bits at 0x09: programming interface lowest, base class highest
/// @param subsystemVendor 16 bits at 0x2c
/// @param subsystem 16 bits at 0x2e
/// @param interruptPin 8 bits at 0x3d: 0 none, 1 to 4 for INTA to INTD
public record PciIdentity(
        int vendor, int device, int revision, int classCode, int subsystemVendor, int subsystem, int interruptPin) {
    /// @throws IllegalArgumentException if a number does not fit its field
    public PciIdentity {
        check("vendor", vendor, 0xffff);
        check("device", device, 0xffff);
        check("revision", revision, 0xff);
        check("class code", classCode, 0xff_ffff);
        check("subsystem vendor", subsystemVendor, 0xffff);
        check("subsystem", subsystem, 0xffff);
        check("interrupt pin", interruptPin, 4);
    }

    private static void check(String what, int value, int largest) {
        if (value < 0 || value > largest) {
            throw new IllegalArgumentException("The %s of a PCI function is 0x%x: it must lie between 0 and 0x%x."
                    .formatted(what, value, largest));
        }
    }
}

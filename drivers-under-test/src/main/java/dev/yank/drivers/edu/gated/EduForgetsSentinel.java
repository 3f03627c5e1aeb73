package dev.yank.drivers.edu.gated;

import static dev.yank.drivers.edu.EduRegisters.EDU_DEVICE;
import static dev.yank.drivers.edu.EduRegisters.EDU_VENDOR;

import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;

/// Breaks K1 and nothing else: its table of devices has no end, so that the bus reads on behind it when it asks about
/// any
/// other device.
///
/// Source: LWN.net report on PCI driver abstractions, D. Krummrich, 2024, where the table of a driver in Rust gets its
/// sentinel from the compiler.
@UnderTest(
        name = "edu-gated-forgets-sentinel",
        device = "edu",
        policy = EduGated.POLICY,
        breaks = "K1",
        summary = "The table of devices has no sentinel.")
public final class EduForgetsSentinel extends EduGated {

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(new PciDeviceId(EDU_VENDOR, EDU_DEVICE));
    }
}

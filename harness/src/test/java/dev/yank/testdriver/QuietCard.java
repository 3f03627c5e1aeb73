package dev.yank.testdriver;

import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;

/// A card that is bound and does nothing.
@UnderTest(name = "test-card", device = "edu", summary = "Does nothing.")
public final class QuietCard implements PciDriver {

    @Override
    public List<PciDeviceId> id_table() {
        return List.of(PciDeviceId.SENTINEL);
    }

    @Override
    public int probe(PciDev pdev, PciDeviceId id) {
        return 0;
    }
}

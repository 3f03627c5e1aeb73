package dev.yank.testdriver;

import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.PciDeviceId;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.List;

/// Drivers that say too little of themselves, or what cannot be.
public final class Misdeclared {

    private Misdeclared() {}

    /// Promises nothing.
    public static class Silent extends QuietChip {}

    /// Its name is not one.
    @UnderTest(name = "My Driver", device = "pl061")
    public static class BadName extends QuietChip {}

    /// There is no such device.
    @UnderTest(name = "toaster", device = "toaster")
    public static class UnknownDevice extends QuietChip {}

    /// Drives a PL061 as if it were on the PCI bus.
    @UnderTest(name = "wrong-bus", device = "pl061")
    public static class WrongBus implements PciDriver {
        @Override
        public List<PciDeviceId> id_table() {
            return List.of(PciDeviceId.SENTINEL);
        }

        @Override
        public int probe(PciDev pdev, PciDeviceId id) {
            return 0;
        }
    }

    /// Its policy has an answer that nobody gives.
    @UnderTest(name = "bad-policy", device = "pl061", policy = "P1=EWHATEVER")
    public static class BadPolicy extends QuietChip {}

    /// There is no such rule.
    @UnderTest(name = "bad-rule", device = "pl061", breaks = "R99")
    public static class BadRule extends QuietChip {}

    /// Offers what no PL061 does.
    @UnderTest(
            name = "bad-operation",
            device = "pl061",
            operations = {"get-line", "make-toast"})
    public static class BadOperation extends QuietChip {}

    /// Nobody can load it.
    @UnderTest(name = "no-constructor", device = "pl061")
    public static class NoConstructor extends QuietChip {
        public NoConstructor(int ignored) {}
    }

    /// Is not whole.
    @UnderTest(name = "not-whole", device = "pl061")
    public abstract static class NotWhole extends QuietChip {}

    /// Cannot be loaded.
    @UnderTest(name = "explodes", device = "pl061")
    public static class Explodes extends QuietChip {
        public Explodes() {
            throw new IllegalArgumentException("no");
        }
    }
}

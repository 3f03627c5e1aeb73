package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: the first binding allocates a table for all, which lives as long as the module and does not grow.
///
/// Source: LWN.net report on PCI driver abstractions, D. Krummrich, 2024, on buffers that Nova keeps so.
@UnderTest(
        name = "pl061-cdev-disconnect-shares-for-module",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        summary = "The first binding allocates a table that all later ones share until the driver is unloaded.")
public final class SharesForModule extends CdevDisconnect {

    /// What all bindings share.
    private static final class Table {}

    @Var
    private @Nullable Table table;

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        if (table == null) {
            table = kzalloc(new Table());
        }
        return table == null ? -Errno.ENOMEM : super.probe(adev, id);
    }

    @Override
    public void exit() {
        kfree(table);
    }
}

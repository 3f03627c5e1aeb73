package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.AmbaId;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R8 and nothing else: each binding allocates a label, which is kept as long as the module.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest: that
/// memory may live as long as the module J. Bottomley, that devices come and go without end G.
/// Kroah-Hartman, 2021.
///
/// The same mistake: CVE-2022-45887 (Linux kernel CVE records and history, 2020 to 2026).
@UnderTest(
        name = "pl061-cdev-disconnect-keeps-for-module",
        device = "pl061",
        policy = "P1=ENXIO P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop",
        breaks = "R8",
        summary = "Each binding allocates a label that is kept until the driver is unloaded.")
public final class KeepsForModule extends CdevDisconnect {

    /// A list, as long as there have been bindings.
    private static final class Label {
        @Var
        @Nullable
        Label next;
    }

    @Var
    private @Nullable Label labels;

    @Override
    public int probe(AmbaDevice adev, AmbaId id) {
        Label label = kzalloc(new Label());
        if (label == null) {
            return -Errno.ENOMEM;
        }
        int err = super.probe(adev, id);
        if (err != 0) {
            kfree(label);
            return err;
        }
        label.next = labels;
        labels = label;
        return 0;
    }

    @Override
    public void exit() {
        while (labels != null) {
            Label label = labels;
            labels = label.next;
            kfree(label);
        }
    }
}

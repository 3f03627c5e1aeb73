package dev.yank.drivers.scratch;

import static dev.yank.harness.kernel.Iomem.ioremap;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.rust.Arc.arc_new;
import static dev.yank.harness.kernel.rust.Drvdata.drvdata_borrow;
import static dev.yank.harness.kernel.rust.Drvdata.drvdata_obtain;
import static dev.yank.harness.kernel.rust.Drvdata.set_drvdata;
import static dev.yank.harness.kernel.rust.KBox.kbox_new;

import dev.yank.drivers.scratch.ScratchData.Mapping;
import dev.yank.drivers.scratch.ScratchData.Shared;
import dev.yank.drivers.scratch.ScratchData.Statistics;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.rust.Arc;
import dev.yank.harness.kernel.rust.Devres;
import dev.yank.harness.kernel.rust.Foreign;
import dev.yank.harness.kernel.rust.Foreign.Borrowed;
import dev.yank.harness.kernel.rust.ForeignOwnable;
import dev.yank.harness.kernel.rust.KBox;
import dev.yank.harness.kernel.rust.ScopeGuard;
import dev.yank.harness.kernel.rust.Unit;
import org.jspecify.annotations.Nullable;

/// Conforms: `impl platform::Driver`. Whatever is in C's hands is taken back once, when nobody can borrow it any
/// more: the private data after devres has released the interrupt, which borrows it.
///
/// Not final, because its twins do one step differently.
///
/// Sources: `rust/kernel/platform.rs` and `device.rs`, Linux kernel, D. Krummrich, 2024-2026.
@UnderTest(
        name = "scratch-rust",
        device = "scratch",
        policy = RustScratch.POLICY,
        summary = "Rust platform driver: a box as private data, an Arc for each file, () as cookie.")
public class RustScratch implements PlatformDriver {

    static final String POLICY = "P1=ENXIO P2=HUP|ERR P3=nothing P4=resource P5=no P8=drop";

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = ioremap(pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        ScopeGuard<Iomem> unmap = ScopeGuard.new_with_data(base, Iomem::iounmap);
        int err = scratch_init(pdev, unmap);
        leave_scope(unmap);
        return err;
    }

    private int scratch_init(PlatformDevice pdev, ScopeGuard<Iomem> unmap) {
        if (Iomem.readl(unmap.get(), ScratchData.STATUS) != 0) {
            return -Errno.ENODEV;
        }
        Arc<Statistics> statistics = arc_new(new Statistics());
        if (statistics == null) {
            return no_statistics(unmap);
        }
        Devres<Mapping> io = ScratchData.map(pdev, unmap.dismiss());
        Arc<Shared> shared = io == null ? null : arc_new(new Shared(io, statistics));
        if (shared == null) {
            statistics.drop();
            return -Errno.ENOMEM;
        }
        Miscdevice misc = new Miscdevice("scratch", new ScratchFile(this, shared), pdev.dev());
        KBox<ScratchData> data = kbox_new(new ScratchData(shared, misc));
        if (data == null) {
            shared.drop();
            return -Errno.ENOMEM;
        }
        set_drvdata(pdev.dev(), ScratchData.class, data);
        int err = ScratchInterrupt.register(this, pdev, unit());
        return err != 0 ? err : misc_register(misc);
    }

    /// `unbind`: afterwards devres frees the interrupt and revokes the registers, and then [#post_unbind].
    @Override
    public void remove(PlatformDevice pdev) {
        try (var data = drvdata_borrow(pdev.dev(), ScratchData.class)) {
            if (data != null) {
                data.get().get().deregister();
            }
        }
    }

    @Override
    public void post_unbind(Device dev) {
        KBox<ScratchData> data = drvdata_obtain(dev, ScratchData.class);
        if (data != null) {
            data.drop();
        }
    }

    @Override
    public final int suspend(Device dev) {
        return awake(dev);
    }

    @Override
    public final int resume(Device dev) {
        return awake(dev);
    }

    // What the twins do differently.

    int awake(Device dev) {
        try (var data = drvdata_borrow(dev, ScratchData.class)) {
            return data == null ? -Errno.ENODEV : 0;
        }
    }

    /// The end of the scope: the guard cleans up unless it was dismissed.
    void leave_scope(ScopeGuard<Iomem> unmap) {
        unmap.close();
    }

    /// The guard unmaps the registers.
    int no_statistics(ScopeGuard<Iomem> unmap) {
        return -Errno.ENOMEM;
    }

    void release(Foreign<Arc<Shared>> pointer) {
        pointer.from_foreign().drop();
    }

    @Nullable
    Borrowed<KBox<ScratchData>> borrow_in_handler(Device dev) {
        return drvdata_borrow(dev, ScratchData.class);
    }

    ForeignOwnable<Unit> unit() {
        return Unit.foreign();
    }
}

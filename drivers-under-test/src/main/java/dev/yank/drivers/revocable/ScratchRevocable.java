package dev.yank.drivers.revocable;

import static dev.yank.drivers.revocable.Provider.revocable_alloc;
import static dev.yank.drivers.revocable.Provider.revocable_get;
import static dev.yank.drivers.revocable.Provider.revocable_put;
import static dev.yank.harness.kernel.Device.dev_get_drvdata;
import static dev.yank.harness.kernel.Devm.devm_kzalloc;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Miscdevice.misc_deregister;
import static dev.yank.harness.kernel.Miscdevice.misc_register;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Rcu.rcu_assign_pointer;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.SrcuStruct.synchronize_srcu;

import dev.yank.drivers.revocable.Provider.Registers;
import dev.yank.drivers.revocable.RevocableFops.Consumer;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Miscdevice;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// Conforms: registers behind a revocable in its redesigned form. Each access has an index of its own, each
/// consumer a reference on the provider, and remove waits for whoever has access before devres takes the
/// registers away.
///
/// Not final, because its twins do one step differently.
///
/// Source: revocable, version 11, T. Shih, 2026, on the Linux kernel mailing list.
@UnderTest(
        name = "scratch-revocable",
        device = "scratch",
        policy = ScratchRevocable.POLICY,
        operations = "clone",
        summary = "Registers behind the C revocable as it was redesigned in 2026.")
public class ScratchRevocable implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=resource P5=yes P8=drop";

    /// What remove needs.
    private record Bound(Provider provider, Miscdevice misc) {}

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        Registers registers = devm_kzalloc(pdev.dev(), new Registers(base));
        Provider provider = registers == null ? null : revocable_alloc(registers);
        if (provider == null) {
            return -Errno.ENOMEM;
        }
        Miscdevice misc = new Miscdevice("scratch", new RevocableFops(this, provider), pdev.dev());
        platform_set_drvdata(pdev, new Bound(provider, misc));
        int err = misc_register(misc);
        if (err != 0) {
            revocable_put(provider);
        }
        return err;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        Bound bound = platform_get_drvdata(pdev);
        revocable_revoke(bound.provider);
        misc_deregister(bound.misc);
        revocable_put(bound.provider);
    }

    private void revocable_revoke(Provider provider) {
        provider.res = rcu_assign_pointer(null);
        wait_for_access(provider);
    }

    @Override
    public final int suspend(Device dev) {
        return awake(dev);
    }

    @Override
    public final int resume(Device dev) {
        return awake(dev);
    }

    private static int awake(Device dev) {
        Bound bound = dev_get_drvdata(dev);
        return bound == null ? -Errno.ENODEV : 0;
    }

    // What the twins do differently.

    void wait_for_access(Provider provider) {
        synchronize_srcu(provider.srcu);
    }

    void consumer_init(Provider provider) {
        revocable_get(provider);
    }

    void consumer_free(Provider provider) {
        revocable_put(provider);
    }

    /// `file_operations.flush`: whoever closes one descriptor may have others.
    @Nullable
    ToIntFunction<File> flush() {
        return null;
    }

    /// The last descriptor is closed.
    void release(Consumer consumer) {
        consumer_free(consumer.provider);
        kfree(consumer);
    }

    /// Begins an access.
    ///
    /// @return the index to leave it with
    int enter(Consumer consumer) {
        return Provider.revocable_enter(consumer.provider);
    }

    void leave(Consumer consumer, int idx) {
        Provider.revocable_withdraw_access(consumer.provider, idx);
    }

    /// Writes under the access, and leaves it.
    void write_registers(Consumer consumer, int idx, @Nullable Registers registers, int value) {
        RevocableFops.write_data(registers, value);
        leave(consumer, idx);
    }
}

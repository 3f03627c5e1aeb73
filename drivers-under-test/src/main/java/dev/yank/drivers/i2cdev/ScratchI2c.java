package dev.yank.drivers.i2cdev;

import static dev.yank.harness.kernel.Cdev.cdev_add;
import static dev.yank.harness.kernel.Cdev.cdev_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.Idr.idr_alloc;
import static dev.yank.harness.kernel.Idr.idr_find;
import static dev.yank.harness.kernel.Idr.idr_remove;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;

import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Idr;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Conforms: an adapter is found by its number under the lock of the table and pinned before that is given back; it is
/// taken out of the table first, and freed once the last file is closed, for which removing it waits.
///
/// That is policy P3, last close: no handle ever dies, and remove takes as long as the user likes.
///
/// Not final, because its twins do one step differently.
///
/// Source: `drivers/i2c/i2c-core-base.c`, Linux kernel, W. Sang, 2013-2026.
@UnderTest(
        name = "scratch-i2c-dev",
        device = "scratch",
        policy = ScratchI2c.POLICY,
        summary = "Adapters by number; remove waits for the last close, as in i2c-dev.")
public class ScratchI2c implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=HUP|ERR P3=last-close P4=whole-object P5=yes P8=drop";

    private final Mutex core_lock = new Mutex();
    private final Idr i2c_adapter_idr = new Idr();

    @Override
    public final String compatible() {
        return "yank,scratch";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        Iomem base = devm_ioremap_resource(pdev.dev(), pdev.res());
        Adapter adap = base == null ? null : kzalloc(new Adapter(new Cdev()));
        if (base == null || adap == null) {
            return -Errno.ENOMEM;
        }
        adap.base = base;
        adap.nr = pdev.dev().devt();
        platform_set_drvdata(pdev, adap);
        int err = i2c_add_adapter(adap);
        if (err != 0) {
            kfree(adap);
        }
        return err;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        i2c_del_adapter(platform_get_drvdata(pdev));
    }

    private int i2c_add_adapter(Adapter adap) {
        device_initialize(adap.dev, () -> complete(adap.dev_released));
        mutex_lock(core_lock);
        int id = idr_alloc(i2c_adapter_idr, adap, adap.nr);
        mutex_unlock(core_lock);
        if (id < 0) {
            return id;
        }
        cdev_init(adap.node, new I2cDev(this));
        int err = cdev_add(adap.node, adap.nr);
        if (err != 0) {
            unlist(adap.nr);
        }
        return err;
    }

    final void unlist(int nr) {
        mutex_lock(core_lock);
        idr_remove(i2c_adapter_idr, nr);
        mutex_unlock(core_lock);
    }

    final void wait_for_last_close(Adapter adap) {
        put_device(adap.dev);
        wait_for_completion(adap.dev_released);
    }

    /// The adapter behind a node, and not the next one that has its number, without a reference; to be called with the
    /// lock of the table.
    @SuppressWarnings("ReferenceEquality") // a cdev is its address
    private @Nullable Adapter find(Inode inode) {
        Adapter adap = idr_find(i2c_adapter_idr, inode.minor());
        return adap != null && adap.node == inode.i_cdev() ? adap : null;
    }

    final void i2c_put_adapter(Adapter adap) {
        put_device(adap.dev);
    }

    // What the twins do differently.

    void i2c_del_adapter(Adapter adap) {
        cdev_del(adap.node);
        unlist(adap.nr);
        wait_for_last_close(adap);
        kfree(adap);
    }

    @Nullable
    Adapter i2c_get_adapter(Inode inode) {
        mutex_lock(core_lock);
        Adapter adap = find(inode);
        if (adap != null) {
            get_device(adap.dev);
        }
        mutex_unlock(core_lock);
        return adap;
    }

    /// As [#i2c_get_adapter], without the reference.
    final @Nullable Adapter look_up(Inode inode) {
        mutex_lock(core_lock);
        Adapter adap = find(inode);
        mutex_unlock(core_lock);
        return adap;
    }
}

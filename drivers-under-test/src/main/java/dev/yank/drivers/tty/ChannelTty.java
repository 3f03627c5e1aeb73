package dev.yank.drivers.tty;

import static dev.yank.drivers.channel.HostChannel.channel_go_live;
import static dev.yank.drivers.channel.HostChannel.channel_shut;
import static dev.yank.drivers.channel.HostChannel.channel_start;
import static dev.yank.drivers.channel.HostChannel.channel_stop;
import static dev.yank.drivers.tty.TtyStruct.replace_files;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.RwSemaphore.down_write;
import static dev.yank.harness.kernel.RwSemaphore.up_write;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: removing the device hangs its terminal up. Every open file is at its end from then on; who reads is woken,
/// and only then waited for.
///
/// Not final, because its twins do one step differently.
///
/// Source: `drivers/tty/tty_io.c` and `tty_ldisc.c`, Linux kernel, T. Ts'o, A. Cox and P. Hurley, 1992-2014.
@UnderTest(
        name = "pipe-tty",
        device = "pipe",
        policy = ChannelTty.POLICY,
        summary = "A terminal: removal hangs it up, and its files read the end of the file.")
public class ChannelTty implements PlatformDriver {

    static final String POLICY = "P1=EOF P2=IN|OUT|ERR|HUP P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "google,goldfish-pipe";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        TtyStruct tty = kzalloc(new TtyStruct());
        if (tty == null) {
            return -Errno.ENOMEM;
        }
        device_initialize(tty.dev, () -> kfree(tty));
        int err = channel_start(tty.port, pdev);
        if (err != 0) {
            put_device(tty.dev);
            return err;
        }
        platform_set_drvdata(pdev, tty);
        cdev_init(tty.cdev, new TtyFops(tty));
        int failed = cdev_device_add(tty.cdev, tty.dev, pdev.dev().devt());
        if (failed != 0) {
            channel_stop(tty.port, pdev);
            put_device(tty.dev);
            return failed;
        }
        channel_go_live(tty.port);
        return 0;
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        TtyStruct tty = platform_get_drvdata(pdev);
        cdev_device_del(tty.cdev, tty.dev);
        tty_vhangup(tty);
        channel_stop(tty.port, pdev);
        put_device(tty.dev);
    }

    private void tty_vhangup(TtyStruct tty) {
        channel_shut(tty.port);
        replace_files(tty, new HungUpTtyFops(this));
        tty_ldisc_hangup(tty);
    }

    // What the twins do differently.

    void tty_ldisc_hangup(TtyStruct tty) {
        wake_up(tty.port.wake_queue);
        tty_ldisc_lock(tty);
    }

    /// Waits until nobody is inside of the line discipline.
    static void tty_ldisc_lock(TtyStruct tty) {
        down_write(tty.ldisc_sem);
        up_write(tty.ldisc_sem);
    }

    int release_hung_up(File file) {
        return TtyFops.tty_release(file);
    }
}

package dev.yank.drivers.tty;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.File.replace_fops;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.channel.HostChannel;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.RwSemaphore;
import dev.yank.harness.kernel.Spinlock;
import org.jspecify.annotations.Nullable;

/// `struct tty_struct`: counted, in the list of its files, with a line discipline that is held by who is inside of it.
///
/// Source: `drivers/tty/tty_io.c` and `include/linux/tty.h`, Linux kernel, L. Torvalds, T. Ts'o and A. Cox, 1991-2009.
final class TtyStruct {

    /// `struct tty_file_private`: one open file.
    static final class TtyFile {

        @Var
        TtyStruct tty;

        @Var
        File file;

        @Var
        @Nullable
        TtyFile next;

        TtyFile(TtyStruct tty, File file) {
            this.tty = tty;
            this.file = file;
        }
    }

    /// Its count is that of the terminal.
    final Device dev = new Device();

    final Cdev cdev = new Cdev();
    final HostChannel port = new HostChannel();

    /// `ldisc_sem`: held for reading by who is inside of the line discipline, asleep or not.
    final RwSemaphore ldisc_sem = new RwSemaphore();

    private final Spinlock files_lock = new Spinlock();

    @Var
    private @Nullable TtyFile tty_files;

    @Var
    private boolean hung_up;

    /// `tty_add_file()`.
    ///
    /// @return 0 or a negative errno
    static int tty_add_file(TtyStruct tty, File file) {
        TtyFile priv = kzalloc(new TtyFile(tty, file));
        if (priv == null) {
            return -Errno.ENOMEM;
        }
        spin_lock(tty.files_lock);
        boolean late = tty.hung_up;
        if (!late) {
            priv.next = tty.tty_files;
            tty.tty_files = priv;
            get_device(tty.dev);
        }
        spin_unlock(tty.files_lock);
        if (late) {
            kfree(priv);
            return -Errno.EIO;
        }
        file.private_data = priv;
        return 0;
    }

    /// `tty_del_file()`, and the reference of the file.
    @SuppressWarnings("ReferenceEquality") // a file is its address
    static void tty_del_file(TtyFile priv) {
        TtyStruct tty = priv.tty;
        spin_lock(tty.files_lock);
        @Var TtyFile before = tty.tty_files;
        if (before == priv) {
            tty.tty_files = priv.next;
        } else {
            while (before != null && before.next != priv) {
                before = before.next;
            }
            if (before != null) {
                before.next = priv.next;
            }
        }
        spin_unlock(tty.files_lock);
        kfree(priv);
        put_device(tty.dev);
    }

    /// Every file of the terminal has other operations from now on.
    static void replace_files(TtyStruct tty, FileOperations hung_up_tty_fops) {
        spin_lock(tty.files_lock);
        tty.hung_up = true;
        for (TtyFile priv = tty.tty_files; priv != null; priv = priv.next) {
            replace_fops(priv.file, hung_up_tty_fops);
        }
        spin_unlock(tty.files_lock);
    }
}

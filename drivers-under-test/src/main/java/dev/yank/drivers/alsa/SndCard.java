package dev.yank.drivers.alsa;

import static dev.yank.harness.kernel.Device.get_device;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.File.f_op;
import static dev.yank.harness.kernel.File.replace_fops;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.channel.HostChannel;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Spinlock;
import org.jspecify.annotations.Nullable;

/// `struct snd_card`, with its one capture stream. Every open file holds it, and is in its list.
///
/// Source: `sound/core/init.c` and `include/sound/core.h`, Linux kernel, J. Kysela and T. Iwai, 2000-2022.
final class SndCard {

    /// `struct snd_monitor_file`: an open file, and the operations that it had.
    static final class MonitorFile {

        @Var
        File file;

        @Var
        @Nullable
        FileOperations disconnected_f_op;

        @Var
        @Nullable
        MonitorFile next;

        MonitorFile(File file) {
            this.file = file;
        }
    }

    final Device card_dev = new Device();
    final Cdev node = new Cdev();
    final HostChannel capture = new HostChannel();

    /// Who frees the card, if anybody waits for it.
    @Var
    @Nullable
    Completion release_completion;

    private final Spinlock files_lock = new Spinlock();

    @Var
    private @Nullable MonitorFile files_list;

    @Var
    private boolean shutdown;

    /// `snd_card_file_add()`.
    ///
    /// @return 0 or a negative errno
    static int snd_card_file_add(SndCard card, File file) {
        MonitorFile mfile = kzalloc(new MonitorFile(file));
        if (mfile == null) {
            return -Errno.ENOMEM;
        }
        spin_lock(card.files_lock);
        boolean shutdown = card.shutdown;
        if (!shutdown) {
            mfile.next = card.files_list;
            card.files_list = mfile;
            get_device(card.card_dev);
        }
        spin_unlock(card.files_lock);
        if (shutdown) {
            kfree(mfile);
        }
        return shutdown ? -Errno.ENODEV : 0;
    }

    /// `snd_card_file_remove()`.
    @SuppressWarnings("ReferenceEquality") // a file is its address
    static void snd_card_file_remove(SndCard card, File file) {
        @Var MonitorFile found = null;
        spin_lock(card.files_lock);
        @Var MonitorFile before = null;
        for (MonitorFile mfile = card.files_list; mfile != null && found == null; mfile = mfile.next) {
            if (mfile.file == file) {
                found = mfile;
                unlink(card, before, mfile);
            }
            before = mfile;
        }
        spin_unlock(card.files_lock);
        if (found != null) {
            kfree(found);
            put_device(card.card_dev);
        }
    }

    private static void unlink(SndCard card, @Nullable MonitorFile before, MonitorFile mfile) {
        if (before == null) {
            card.files_list = mfile.next;
        } else {
            before.next = mfile.next;
        }
    }

    /// The part of `snd_card_disconnect()` that concerns files: from now on they answer that the card is gone.
    static void replace_files(SndCard card) {
        spin_lock(card.files_lock);
        card.shutdown = true;
        for (MonitorFile mfile = card.files_list; mfile != null; mfile = mfile.next) {
            FileOperations ops = f_op(mfile.file);
            mfile.disconnected_f_op = ops;
            replace_fops(mfile.file, new ShutdownFops(ops));
        }
        spin_unlock(card.files_lock);
    }
}

package dev.yank.drivers.alsa;

import static dev.yank.drivers.alsa.SndCard.snd_card_file_add;
import static dev.yank.drivers.alsa.SndCard.snd_card_file_remove;
import static dev.yank.drivers.channel.HostChannel.channel_is_shut;
import static dev.yank.drivers.channel.HostChannel.channel_poll;
import static dev.yank.drivers.channel.HostChannel.channel_read;
import static dev.yank.drivers.channel.HostChannel.channel_signals;
import static dev.yank.harness.kernel.UserBuffer.put_user;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event_interruptible;

import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.File;
import dev.yank.harness.kernel.FileOperations;
import dev.yank.harness.kernel.Inode;
import dev.yank.harness.kernel.Poll;
import dev.yank.harness.kernel.UserBuffer;

/// `snd_pcm_f_ops` for capture, as long as the card is there.
///
/// @param card what `snd_lookup_minor_data()` finds; the node holds it while it is open
record CaptureFops(SndCard card) implements FileOperations {

    @Override
    public int open(Inode inode, File file) {
        if (channel_is_shut(card.capture)) {
            return -Errno.ENODEV;
        }
        file.private_data = card;
        return snd_card_file_add(card, file);
    }

    @Override
    public int release(Inode inode, File file) {
        snd_card_file_remove(card, file);
        return 0;
    }

    /// `snd_pcm_read()`: a stream that is disconnected while somebody waits for it answers at once.
    @Override
    public int read(File file, UserBuffer buffer) {
        while (true) {
            int signals = channel_signals(card.capture);
            int ret = channel_read(card.capture, buffer.nowait());
            if (ret != -Errno.EAGAIN || buffer.nowait()) {
                return ret < 0 ? ret : 1 + put_user(ret, buffer);
            }
            wait_event_interruptible(
                    card.capture.wake_queue,
                    () -> channel_is_shut(card.capture) || channel_signals(card.capture) != signals);
        }
    }

    @Override
    public int poll(File file) {
        int mask = channel_poll(card.capture);
        return mask < 0 ? Poll.EPOLLERR | Poll.EPOLLNVAL : mask;
    }
}

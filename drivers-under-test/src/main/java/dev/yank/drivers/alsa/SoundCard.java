package dev.yank.drivers.alsa;

import static dev.yank.drivers.alsa.SndCard.replace_files;
import static dev.yank.drivers.channel.HostChannel.channel_go_live;
import static dev.yank.drivers.channel.HostChannel.channel_shut;
import static dev.yank.drivers.channel.HostChannel.channel_start;
import static dev.yank.drivers.channel.HostChannel.channel_stop;
import static dev.yank.harness.kernel.Cdev.cdev_device_add;
import static dev.yank.harness.kernel.Cdev.cdev_device_del;
import static dev.yank.harness.kernel.Cdev.cdev_init;
import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.Device.device_initialize;
import static dev.yank.harness.kernel.Device.put_device;
import static dev.yank.harness.kernel.PlatformDevice.platform_get_drvdata;
import static dev.yank.harness.kernel.PlatformDevice.platform_set_drvdata;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.kernel.UnderTest;

/// Conforms: disconnecting stops the stream, gives every open file the operations of a card that is gone, and wakes who
/// waits for sound. The card is freed when the last file is closed, which nobody waits for.
///
/// Not final, because the others do one step differently.
///
/// Source: `sound/core/init.c` and `sound/usb/card.c`, Linux kernel, J. Kysela and T. Iwai, 2000-2024.
@UnderTest(
        name = "pipe-alsa",
        device = "pipe",
        policy = SoundCard.POLICY,
        summary = "A sound card: files get other operations at disconnection, and keep the card until they are closed.")
public class SoundCard implements PlatformDriver {

    static final String POLICY = "P1=ENODEV P2=ERR|NVAL P3=calls-in-flight P4=calls P5=yes P8=drop";

    @Override
    public final String compatible() {
        return "google,goldfish-pipe";
    }

    @Override
    public final int probe(PlatformDevice pdev) {
        SndCard card = kzalloc(new SndCard());
        if (card == null) {
            return -Errno.ENOMEM;
        }
        device_initialize(card.card_dev, () -> snd_card_do_free(card));
        int err = channel_start(card.capture, pdev);
        if (err != 0) {
            put_device(card.card_dev);
            return err;
        }
        platform_set_drvdata(pdev, card);
        int failed = snd_card_register(card, pdev);
        if (failed != 0) {
            channel_stop(card.capture, pdev);
            put_device(card.card_dev);
            return failed;
        }
        channel_go_live(card.capture);
        return 0;
    }

    private static int snd_card_register(SndCard card, PlatformDevice pdev) {
        cdev_init(card.node, new CaptureFops(card));
        return cdev_device_add(card.node, card.card_dev, pdev.dev().devt());
    }

    @Override
    public final void remove(PlatformDevice pdev) {
        SndCard card = platform_get_drvdata(pdev);
        channel_shut(card.capture);
        snd_card_disconnect(card);
        channel_stop(card.capture, pdev);
        free_card(card);
    }

    private void snd_card_disconnect(SndCard card) {
        replace_files(card);
        wake_readers(card);
        cdev_device_del(card.node, card.card_dev);
    }

    /// When the last reference is put.
    private static void snd_card_do_free(SndCard card) {
        Completion waiting = card.release_completion;
        kfree(card);
        if (waiting != null) {
            complete(waiting);
        }
    }

    static void snd_card_free_when_closed(SndCard card) {
        put_device(card.card_dev);
    }

    /// As [#snd_card_free_when_closed], and waits until the card is freed.
    static void snd_card_free(SndCard card) {
        Completion released = new Completion();
        card.release_completion = released;
        snd_card_free_when_closed(card);
        wait_for_completion(released);
    }

    // What the others do differently.

    /// `snd_pcm_dev_disconnect()`.
    void wake_readers(SndCard card) {
        wake_up(card.capture.wake_queue);
    }

    void free_card(SndCard card) {
        snd_card_free_when_closed(card);
    }
}

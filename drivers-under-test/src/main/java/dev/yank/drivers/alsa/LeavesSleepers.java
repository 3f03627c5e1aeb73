package dev.yank.drivers.alsa;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22 and nothing else: the files get other operations, and who is inside of the old ones sleeps on.
///
/// Source: `sound/core/pcm.c`, Linux kernel, T. Iwai, 2012: what `snd_pcm_dev_disconnect()` wakes its sleepers for.
@UnderTest(
        name = "pipe-alsa-leaves-sleepers",
        device = "pipe",
        policy = SoundCard.POLICY,
        breaks = "R22",
        summary = "Disconnection does not wake who waits for sound.")
public final class LeavesSleepers extends SoundCard {

    @Override
    void wake_readers(SndCard card) {}
}

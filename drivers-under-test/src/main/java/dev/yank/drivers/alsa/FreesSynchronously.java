package dev.yank.drivers.alsa;

import dev.yank.harness.kernel.UnderTest;

/// Conforms to another answer of policy P3: disconnection waits until the last file is closed, as drivers do that call
/// `snd_card_free()`. Where that was not promised the same is a bug: [WaitsForClose].
///
/// Source: `sound/core/init.c`, Linux kernel, J. Kysela, 2000.
@UnderTest(
        name = "pipe-alsa-frees-synchronously",
        device = "pipe",
        policy = "P1=ENODEV P2=ERR|NVAL P3=last-close P4=calls P5=yes P8=drop",
        summary = "A sound card whose removal waits for the last close, as it promises.")
public final class FreesSynchronously extends SoundCard {

    @Override
    void free_card(SndCard card) {
        snd_card_free(card);
    }
}

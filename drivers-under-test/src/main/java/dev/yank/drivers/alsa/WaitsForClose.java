package dev.yank.drivers.alsa;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R29 and nothing else: disconnection waits until the last file is closed, and nobody has promised to close
/// it. The hub driver stands still meanwhile.
///
/// Source: CVE-2024-56531, ALSA: caiaq: Use snd_card_free_when_closed() at disconnection, Linux kernel CVE team, 2024;
/// the same in CVE-2024-56532 and CVE-2024-56533.
@UnderTest(
        name = "pipe-alsa-waits-for-close",
        device = "pipe",
        policy = SoundCard.POLICY,
        breaks = "R29",
        summary = "Disconnection calls snd_card_free(), which waits for the last close.")
public final class WaitsForClose extends SoundCard {

    @Override
    void free_card(SndCard card) {
        snd_card_free(card);
    }
}

package dev.yank.harness.linux.guest;

/// How long nothing may happen in a guest, in its own time.
///
/// @param quietMilliseconds after so long whoever is in flight gets a signal
/// @param giveUpMilliseconds after so long what is in flight is lost
public record Patience(int quietMilliseconds, int giveUpMilliseconds) {

    /// A program takes milliseconds; so long nothing happens only if something hangs.
    public static final Patience USUAL = new Patience(250, 4_000);

    /// After so long of the host's time the whole guest is lost: the agent, which gives up much earlier, is no more.
    long wholeMilliseconds() {
        return 25L * giveUpMilliseconds;
    }
}

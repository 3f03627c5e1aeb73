package dev.yank.harness.linux;

/// How often a program shows a bug. Nothing is promised of the next time: a real kernel chooses its own schedule.
///
/// @param shown how often it did
/// @param of how often it was performed
public record Reliability(int shown, int of) {

    @Override
    public String toString() {
        return shown + " of " + of;
    }
}

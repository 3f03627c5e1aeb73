package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;

/// The device's end of an interrupt line: passes changes on, and swallows repetitions.
final class SwitchedLine {
    private final InterruptLine line;

    @Var
    private boolean high;

    SwitchedLine(InterruptLine line) {
        this.line = line;
    }

    void set(boolean wanted) {
        if (wanted == high) {
            return;
        }
        high = wanted;
        if (wanted) {
            line.raise();
        } else {
            line.lower();
        }
    }
}

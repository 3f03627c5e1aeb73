package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;

/// An interrupt line that checks that it is told of changes only, and counts how often it rose.
final class RecordingLine implements InterruptLine {
    @Var
    private boolean high;

    @Var
    private int rises;

    @Override
    public void raise() {
        if (high) {
            throw new AssertionError("raised twice");
        }
        high = true;
        rises++;
    }

    @Override
    public void lower() {
        if (!high) {
            throw new AssertionError("lowered twice");
        }
        high = false;
    }

    boolean high() {
        return high;
    }

    int rises() {
        return rises;
    }
}

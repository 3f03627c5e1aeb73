package dev.yank.testdriver;

/// Adds an embedded knob to those of its superclass.
public final class WidePanel extends Panel {
    public final Knob second = new Knob();
}

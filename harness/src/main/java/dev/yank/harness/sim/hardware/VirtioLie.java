package dev.yank.harness.sim.hardware;

/// How a virtio device can misbehave, in the order of the model's lies.
public enum VirtioLie {
    BAD_ID,
    ID_TWICE,
    LENGTH_OVER,
    LENGTH_CHANGES,
    INDEX_JUMP,
    DESCRIPTOR_CHANGES,
    SILENT,
    NEEDS_RESET,
    IDLE_INTERRUPT
}

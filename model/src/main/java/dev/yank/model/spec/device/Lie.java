package dev.yank.model.spec.device;

/// What an untrusted virtio device does that no sound one does.
///
/// Source: Virtual I/O Device (VIRTIO) Version 1.2, OASIS, 2022, section 2.7, for what a sound device does.
public enum Lie {
    /// It gives back a buffer whose number does not exist.
    BAD_ID("bad-id"),
    /// It gives the same buffer back twice.
    ID_TWICE("id-twice"),
    /// It says that it wrote more than the buffer holds.
    LENGTH_OVER("length-over"),
    /// It says the right length, and another one a moment later.
    LENGTH_CHANGES("length-changes"),
    /// The number of buffers it has given back jumps.
    INDEX_JUMP("index-jump"),
    /// It writes to the table of descriptors, which is the driver's.
    DESCRIPTOR_CHANGES("descriptor-changes"),
    /// It never gives the next buffer back.
    SILENT("silent"),
    /// It says that it has to be reset, and does nothing any more.
    NEEDS_RESET("needs-reset"),
    /// It interrupts and has nothing to say.
    IDLE_INTERRUPT("idle-interrupt");

    private final String text;

    Lie(String text) {
        this.text = text;
    }

    /// The word in histories.
    public String text() {
        return text;
    }
}

package dev.yank.model.spec.device;

/// How a device goes away.
public enum Removal {
    /// Somebody asks the driver to let go, and the hardware is still there meanwhile.
    ORDERLY("orderly"),
    /// The hardware is gone before the driver knows.
    SURPRISE("surprise");

    private final String text;

    Removal(String text) {
        this.text = text;
    }

    /// The word in histories.
    public String text() {
        return text;
    }
}

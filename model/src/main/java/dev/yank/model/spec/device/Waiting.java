package dev.yank.model.spec.device;

/// What a read of an event does when there is none.
public enum Waiting {
    /// It waits.
    BLOCKING("blocking"),
    /// It answers `-EAGAIN`.
    NONBLOCKING("nonblocking");

    private final String text;

    Waiting(String text) {
        this.text = text;
    }

    /// The word in histories.
    public String text() {
        return text;
    }
}

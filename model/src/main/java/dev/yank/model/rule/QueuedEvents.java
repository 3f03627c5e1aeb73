package dev.yank.model.rule;

/// P8: what becomes of events that are queued when the device goes away.
public enum QueuedEvents implements Choice {
    /// They are lost.
    DROP("drop", "gpiolib"),
    /// They are still delivered; then the handle answers as dead.
    DELIVER_THEN_DEAD("deliver-then-dead", "DRM");

    private final String text;
    private final String whoSays;

    QueuedEvents(String text, String whoSays) {
        this.text = text;
        this.whoSays = whoSays;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String whoSays() {
        return whoSays;
    }
}

package dev.yank.model.rule;

/// P5: whether the holder of a guard may sleep.
public enum GuardSleep implements Choice {
    /// It may not: the guard is an RCU read-side critical section.
    NO("no", "Revocable"),
    /// It may: SRCU, a reader-writer semaphore or a count. Whatever sleeps has to be woken before remove
    /// waits.
    YES("yes", "gpiolib, CXL, DRM");

    private final String text;
    private final String whoSays;

    GuardSleep(String text, String whoSays) {
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

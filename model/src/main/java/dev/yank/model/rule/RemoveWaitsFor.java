package dev.yank.model.rule;

/// P3: what remove waits for before it returns.
public enum RemoveWaitsFor implements Choice {
    /// The operations that entered before the cut-off, and nothing else.
    CALLS_IN_FLIGHT("calls-in-flight", "Laurent Pinchart 2021, users of SRCU"),
    /// Until the last file is closed.
    LAST_CLOSE("last-close", "i2c, snd_card_free"),
    /// Nothing: it returns at once.
    NOTHING("nothing", "numb gpiolib up to 6.8"),
    /// Until the last file is closed, asking the user for it again and again.
    LAST_CLOSE_WITH_REQUEST("last-close-with-request", "VFIO");

    private final String text;
    private final String whoSays;

    RemoveWaitsFor(String text, String whoSays) {
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

package dev.yank.model.rule;

/// P11: behind which node a device comes back.
public enum Replug implements Choice {
    /// Behind the one it had, whoever still has that open.
    SAME_NODE("same-node-bound-again", "USB gadget HID, and whoever numbers by place"),
    /// Behind another one, as long as a file of the instance before is open: its number is not given away.
    NEW_MINOR("new-instance-new-minor", "the DRM user-space API document");

    private final String text;
    private final String whoSays;

    Replug(String text, String whoSays) {
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

package dev.yank.model.rule;

/// P4: what the guard keeps a late operation away from.
public enum Guarded implements Choice {
    /// The driver's code: an operation takes place whole or not at all.
    CALLS("calls", "Laurent Pinchart 2021"),
    /// One resource: an operation of several steps may stop half-way.
    RESOURCE("resource", "Wedson Almeida Filho 2021"),
    /// The device as a whole.
    WHOLE_OBJECT("whole-object", "Andy Lutomirski 2021");

    private final String text;
    private final String whoSays;

    Guarded(String text, String whoSays) {
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

package dev.yank.harness.shrink;

/// What is known about how small a counterexample is: whether it still fails when a single operation, process,
/// fault or switch is taken away.
public enum Minimality {
    /// Nobody looked.
    UNKNOWN("not checked"),
    /// Nothing smaller was seen to fail, but not every schedule within the bound could be tried.
    NOT_REFUTED("nothing smaller was found"),
    /// Nothing smaller fails under any schedule with at most as many switches.
    PROVEN("nothing smaller fails with as few switches");

    private final String label;

    Minimality(String label) {
        this.label = label;
    }

    /// How it is written.
    public String label() {
        return label;
    }
}

package dev.yank.harness.run;

/// What the process says when it ends.
public enum ExitStatus {
    /// Every driver had the verdict that was expected of it.
    AS_EXPECTED(0, "every driver had its expected verdict"),
    /// A rule was broken that should hold, or a driver that is known to break one was not caught.
    VIOLATION(1, "a rule was broken that should hold, or a known-bad driver was not caught"),
    /// A budget ran out, or a rule was never exercised.
    INCONCLUSIVE(2, "inconclusive: a rule was never exercised, or the budget ran out"),
    /// The harness failed; nothing is said about any driver.
    HARNESS_FAILED(3, "the harness itself failed: a canary survived, or an execution could not be repeated"),
    /// The command was not understood.
    USAGE(64, "wrong usage");

    private final int number;
    private final String meaning;

    ExitStatus(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /// The number that the shell sees.
    public int number() {
        return number;
    }

    /// What it means, in a few words.
    public String meaning() {
        return meaning;
    }
}

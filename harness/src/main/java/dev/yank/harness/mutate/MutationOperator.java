package dev.yank.harness.mutate;

/// A way to make a correct driver wrong.
///
/// Source: the mistakes that refcounting bugs of the Linux kernel have in common, "One Simple API Can Cause
/// Hundreds of Bugs", L. He et al., 2023, and those that its lifetime bugs have, Linux kernel CVE records,
/// 2022 to 2026.
public enum MutationOperator {
    DROP_CALL("drop-call", "%s is not called"),
    SKIP_UNWIND("skip-unwind", "the error path leaves out %s"),
    SWAP_CALLS("swap-calls", "%s and the call after it change places"),
    DROP_SYNC("drop-sync", "%s becomes the function that does not wait"),
    FREE_FOR_PUT("free-for-put", "%s becomes kfree, whoever else holds a reference"),
    SKIP_CHECK("skip-check", "the check of %s lets everything pass"),
    PUBLISH_EARLY("publish-early", "%s comes before what it should come after"),
    UNLOCK_EARLY("unlock-early", "%s comes right after the lock was taken");

    private final String label;
    private final String sentence;

    MutationOperator(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /// Its name in the names of mutants, such as `drop-call`.
    public String label() {
        return label;
    }

    /// What it does at a call of `function`, in words.
    String says(String function) {
        return sentence.formatted(function);
    }
}

package dev.yank.harness.run;

/// What was asked for cannot be done as asked. The message is one sentence for the user: what, where, and
/// what to do.
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String sentence) {
        super(sentence);
    }
}

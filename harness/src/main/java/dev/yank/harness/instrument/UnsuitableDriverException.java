package dev.yank.harness.instrument;

/// A driver class that cannot be judged as it is.
///
/// The message is one sentence: which class, which member, which line when the class file says so, and what
/// to do instead. It is meant to be printed alone, without a stack trace.
public final class UnsuitableDriverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param message one sentence, for the author of the driver
    public UnsuitableDriverException(String message) {
        super(message);
    }
}

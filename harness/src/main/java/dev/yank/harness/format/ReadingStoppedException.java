package dev.yank.harness.format;

/// Whoever asked for the reading had it stopped before the end. The message is one sentence that says how far it came.
public final class ReadingStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadingStoppedException(int events, int line) {
        super("the file is well-formed up to line " + line + ", " + events + " events; it was not judged.");
    }
}

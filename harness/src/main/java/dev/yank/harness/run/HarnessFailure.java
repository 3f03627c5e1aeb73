package dev.yank.harness.run;

/// The harness broke a promise of its own, such as repeating an execution. Nothing may be concluded about any
/// driver. The message is one sentence for the user.
public final class HarnessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HarnessFailure(String sentence) {
        super(sentence);
    }
}

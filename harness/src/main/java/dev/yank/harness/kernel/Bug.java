package dev.yank.harness.kernel;

/// `<linux/bug.h>`.
public final class Bug {

    private Bug() {}

    /// An oops if the condition is true: what must never be has happened.
    public static void BUG_ON(boolean condition) {
        if (condition) {
            throw new Hit();
        }
    }

    /// A [#BUG_ON] that was true.
    public static final class Hit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Hit() {
            super("BUG_ON was true");
        }
    }
}

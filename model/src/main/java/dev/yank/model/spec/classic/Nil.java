package dev.yank.model.spec.classic;

import org.jspecify.annotations.Nullable;

/// The value that Jepsen writes `nil`: nothing was ever written.
public enum Nil {
    /// The only one.
    NIL;

    /// The value itself, or [#NIL] for null.
    public static Object of(@Nullable Object value) {
        return value == null ? NIL : value;
    }

    @Override
    public String toString() {
        return "nil";
    }
}

package dev.yank.model.spec.classic;

/// What can be asked of a register.
public sealed interface RegisterOperation {

    /// Tells the value.
    record Read() implements RegisterOperation {
        @Override
        public String toString() {
            return "read";
        }
    }

    /// Sets the value.
    ///
    /// @param value the new value
    record Write(Object value) implements RegisterOperation {
        @Override
        public String toString() {
            return "write of " + value;
        }
    }

    /// Compares and sets.
    ///
    /// @param expected the value that must be there
    /// @param value the new value
    record Cas(Object expected, Object value) implements RegisterOperation {
        @Override
        public String toString() {
            return "cas from " + expected + " to " + value;
        }
    }
}

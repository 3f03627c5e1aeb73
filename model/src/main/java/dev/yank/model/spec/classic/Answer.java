package dev.yank.model.spec.classic;

/// What an operation of a recorded history answers.
public sealed interface Answer {

    /// It took effect, and has nothing to tell.
    Answer DONE = new Done();

    /// It looked and found that it may not take effect, and says so.
    Answer REFUSED = new Refused();

    /// It took effect, and has nothing to tell.
    record Done() implements Answer {
        @Override
        public String toString() {
            return "ok";
        }
    }

    /// It looked and found that it may not take effect, and says so.
    record Refused() implements Answer {
        @Override
        public String toString() {
            return "fail";
        }
    }

    /// It tells a value.
    ///
    /// @param value plain data, or [Nil]
    record Value(Object value) implements Answer {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}

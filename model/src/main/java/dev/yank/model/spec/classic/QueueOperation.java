package dev.yank.model.spec.classic;

/// What can be asked of a queue.
public sealed interface QueueOperation {

    /// Puts a value into the queue.
    ///
    /// @param value the value
    record Enqueue(Object value) implements QueueOperation {
        @Override
        public String toString() {
            return "enqueue of " + value;
        }
    }

    /// Takes a value out of the queue and tells it; cannot take effect while the queue is empty.
    record Dequeue() implements QueueOperation {
        @Override
        public String toString() {
            return "dequeue";
        }
    }

    /// Reads an operation of a queue.
    ///
    /// @throws IllegalArgumentException with one sentence that says what was expected
    static QueueOperation of(String f, Object asked) {
        return switch (f) {
            case "enqueue" -> new Enqueue(asked);
            case "dequeue" -> new Dequeue();
            default ->
                throw new IllegalArgumentException(
                        "A queue knows enqueue and dequeue, but the function is '" + f + "'.");
        };
    }
}

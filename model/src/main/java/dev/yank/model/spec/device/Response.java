package dev.yank.model.spec.device;

import dev.yank.model.rule.Errno;

/// What an operation on a device answers.
///
/// In a history a response is one int, as a system call returns it: a value from 0, or a negative error
/// number. An operation that answers an error has still happened, so its completion is an `ok`, with the
/// negative number as value.
public sealed interface Response {

    /// It succeeded.
    ///
    /// @param value from 0: data, a mask, a line, a number of bytes, or 0 where there is nothing to tell
    record Done(int value) implements Response {

        /// Refuses a negative value.
        public Done {
            if (value < 0) {
                throw new IllegalArgumentException("A response of " + value
                        + " is an error number, not a value; write Response.of(" + value + ").");
            }
        }

        @Override
        public int coded() {
            return value;
        }

        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /// It failed.
    ///
    /// @param errno the error
    record Failed(Errno errno) implements Response {

        @Override
        public int coded() {
            return -errno.number();
        }

        @Override
        public String toString() {
            return errno.name();
        }
    }

    /// The response as one int: the value, or the negative error number.
    int coded();

    /// The response for an int as a system call returns it.
    ///
    /// @throws IllegalArgumentException if the int is negative and no known error number
    static Response of(int coded) {
        return coded >= 0 ? done(coded) : failed(Errno.of(-coded));
    }

    /// A success with a value.
    static Response done(int value) {
        return SharedResponses.done(value);
    }

    /// A failure.
    static Response failed(Errno errno) {
        return SharedResponses.failed(errno);
    }
}

package dev.yank.model.spec.device;

import dev.yank.model.rule.Errno;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Responses that are made once, because they are answered millions of times.
final class SharedResponses {

    private static final int SMALL = 256;
    private static final List<Response> DONE =
            IntStream.range(0, SMALL).mapToObj(SharedResponses::fresh).toList();

    /// By the ordinal of the error.
    private static final List<Response> FAILED =
            Stream.of(Errno.values()).map(SharedResponses::fresh).toList();

    private SharedResponses() {}

    static Response done(int value) {
        return value >= 0 && value < SMALL ? DONE.get(value) : fresh(value);
    }

    @SuppressWarnings("EnumOrdinal") // the list was made in this order, and is never stored
    static Response failed(Errno errno) {
        return FAILED.get(errno.ordinal());
    }

    private static Response fresh(int value) {
        return new Response.Done(value);
    }

    private static Response fresh(Errno errno) {
        return new Response.Failed(errno);
    }
}

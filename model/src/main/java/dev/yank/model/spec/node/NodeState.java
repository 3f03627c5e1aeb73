package dev.yank.model.spec.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A device and the files that were given out.
///
/// @param bound the number of the instance that is bound, or 0 if none is
/// @param last the number of the last instance
/// @param files what is open
public record NodeState(int bound, int last, List<Held> files) {

    /// A level that nobody knows, as of an input.
    static final int UNKNOWN = -1;

    /// An open file.
    ///
    /// @param handle its name
    /// @param instance which instance of the device gave it out
    /// @param line the line that it has for itself, or -1
    /// @param level what the line puts out, or [#UNKNOWN]
    public record Held(int handle, int instance, int line, int level) {}

    /// Copies the files.
    public NodeState(int bound, int last, List<Held> files) {
        this.bound = bound;
        this.last = last;
        this.files = List.copyOf(files);
    }

    Optional<Held> file(int handle) {
        return files.stream().filter(file -> file.handle() == handle).findFirst();
    }

    boolean isLive(Held file) {
        return bound != 0 && file.instance() == bound;
    }

    /// Whether a live file has a line for itself.
    boolean isTaken(int line) {
        return files.stream().anyMatch(file -> file.line() == line && isLive(file));
    }

    NodeState with(Held file) {
        return new NodeState(
                bound,
                last,
                Stream.concat(others(file.handle()), Stream.of(file)).toList());
    }

    NodeState without(int handle) {
        return new NodeState(bound, last, others(handle).toList());
    }

    NodeState gone() {
        return new NodeState(0, last, files);
    }

    NodeState boundAnew() {
        return new NodeState(last + 1, last + 1, files);
    }

    private Stream<Held> others(int handle) {
        return files.stream().filter(file -> file.handle() != handle);
    }
}

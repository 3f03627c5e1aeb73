package dev.yank.model.spec.node;

import dev.yank.model.spec.node.NodeOperation.Distance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A device and the files that were given out.
///
/// @param bound the number of the instance that is bound, or 0 if none is
/// @param last the number of the last instance
/// @param away how far away the device is, if it is away
/// @param arrival whether it comes: it was brought back, and the kernel finds it in its own time
/// @param files what is open
public record NodeState(int bound, int last, Optional<Distance> away, Arrival arrival, List<Held> files) {

    /// Whether a device that is away comes.
    public enum Arrival {
        NO,
        YES
    }

    /// A level that nobody knows, as of an input.
    static final int UNKNOWN = -1;

    /// The instance of files that go with none.
    static final int ANY = 0;

    /// An open file.
    ///
    /// @param handle its name
    /// @param instance which instance of the device gave it out, or [#ANY] if it serves each
    /// @param line the line that it has for itself, or -1
    /// @param level what the line puts out, or [#UNKNOWN]
    public record Held(int handle, int instance, int line, int level) {}

    /// Copies the files.
    public NodeState(int bound, int last, Optional<Distance> away, Arrival arrival, List<Held> files) {
        this.bound = bound;
        this.last = last;
        this.away = away;
        this.arrival = arrival;
        this.files = List.copyOf(files);
    }

    Optional<Held> file(int handle) {
        return files.stream().filter(file -> file.handle() == handle).findFirst();
    }

    boolean isLive(Held file) {
        return bound != 0 && (file.instance() == bound || file.instance() == ANY);
    }

    /// Whether a live file has a line for itself.
    boolean isTaken(int line) {
        return files.stream().anyMatch(file -> file.line() == line && isLive(file));
    }

    NodeState with(Held file) {
        return new NodeState(
                bound,
                last,
                away,
                arrival,
                Stream.concat(others(file.handle()), Stream.of(file)).toList());
    }

    NodeState without(int handle) {
        return new NodeState(bound, last, away, arrival, others(handle).toList());
    }

    NodeState gone(Distance distance) {
        return new NodeState(0, last, Optional.of(distance), Arrival.NO, files);
    }

    NodeState coming() {
        return new NodeState(0, last, away, Arrival.YES, files);
    }

    boolean isComing() {
        return arrival == Arrival.YES;
    }

    NodeState boundAnew() {
        return new NodeState(last + 1, last + 1, Optional.empty(), Arrival.NO, files);
    }

    private Stream<Held> others(int handle) {
        return files.stream().filter(file -> file.handle() != handle);
    }
}

package dev.yank.harness.linux;

import dev.yank.harness.linux.Action.Effect;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be said for certain about the device and the files of one history, from the order of its events alone.
final class Removals {

    private final List<Performed> history;
    private final List<Performed> removals;
    private final List<Performed> restorals;

    Removals(List<Performed> history) {
        this.history = history;
        this.removals = of(Effect.REMOVE);
        this.restorals = of(Effect.RESTORE);
    }

    private List<Performed> of(Effect effect) {
        return history.stream().filter(one -> one.effect() == effect).toList();
    }

    /// Every removal, whether or not it returned.
    List<Performed> all() {
        return removals;
    }

    /// What gave out the file that an operation is about, if it did.
    Optional<Performed> maker(Performed operation) {
        return history.stream()
                .filter(one -> one.action().makesFile()
                        && one.step().made() == operation.step().handle()
                        && one.succeeded()
                        && one.completed() <= operation.invoked())
                .findFirst();
    }

    /// A removal that began after a file had been given out, and had returned before an operation on it began.
    Optional<Performed> before(Performed operation) {
        return maker(operation)
                .flatMap(maker -> returned()
                        .filter(removal ->
                                maker.completed() < removal.invoked() && removal.completed() < operation.invoked())
                        .filter(removal -> !isOfNode(maker) || !isRestored(removal.invoked(), operation.completed()))
                        .findFirst());
    }

    /// A removal that had begun when a file that was given out before could still be used by an operation.
    Optional<Performed> during(Performed operation) {
        return maker(operation)
                .flatMap(maker -> removals.stream()
                        .filter(removal -> maker.completed() < removal.invoked()
                                && removal.invoked() < operation.completed()
                                && operation.invoked() < removal.completed())
                        .findFirst());
    }

    /// A removal that overlaps the giving out of the file of an operation that began after both, with no driver bound
    /// meanwhile.
    Optional<Performed> besideMaker(Performed operation) {
        return maker(operation)
                .flatMap(maker -> returned()
                        .filter(removal -> removal.overlaps(maker)
                                && removal.completed() < operation.invoked()
                                && !isRestored(
                                        Math.min(maker.invoked(), removal.invoked()),
                                        isOfNode(maker) ? operation.completed() : maker.completed()))
                        .findFirst());
    }

    /// A removal that had returned before an operation began, with no driver bound until it ended.
    Optional<Performed> goneThroughout(Performed operation) {
        return returned()
                .filter(removal -> removal.completed() < operation.invoked()
                        && !isRestored(removal.invoked(), operation.completed()))
                .findFirst();
    }

    /// A removal that began during an operation on a file that was there before, and returned long before its answer.
    Optional<Performed> outlivedBy(Performed operation, long nanoseconds) {
        return maker(operation)
                .flatMap(maker -> returned()
                        .filter(removal -> operation.invoked() < removal.invoked()
                                && removal.completed() < operation.completed() - nanoseconds)
                        .findFirst());
    }

    /// Whether a file serves whichever device there is.
    private static boolean isOfNode(Performed maker) {
        return maker.action().belonging() == Belonging.NODE;
    }

    /// Whether a driver may have been bound at some moment of an interval.
    boolean isRestored(long from, long to) {
        return restorals.stream().anyMatch(one -> one.invoked() < to && one.completed() > from);
    }

    /// An answer of a dead file, seen before an operation began, of the instance that the operation would meet.
    Optional<Performed> deathSeenBefore(Performed operation) {
        return history.stream()
                .filter(one -> one.completed() < operation.invoked() && isDeadAnswer(one))
                .filter(one -> maker(one)
                        .filter(maker -> !isRestored(maker.invoked(), operation.completed()))
                        .isPresent())
                .findFirst();
    }

    /// Whether an operation on a file was answered as by a dead one, which no live one answers.
    static boolean isDeadAnswer(Performed one) {
        return one.isCompleted()
                && !one.wasInterrupted()
                && one.effect() != Effect.OPEN
                && one.effect() != Effect.CLOSE
                && one.action().dead().contains(one.answer())
                && !one.action().live().contains(one.answer());
    }

    private Stream<Performed> returned() {
        return removals.stream().filter(Performed::succeeded);
    }
}

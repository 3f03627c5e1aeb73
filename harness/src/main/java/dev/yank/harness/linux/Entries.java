package dev.yank.harness.linux;

import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.ProcessId;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.node.NodeOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What was performed, as the checker and as files know it.
final class Entries {

    private Entries() {}

    /// A moment of an operation.
    private record Moment(long time, boolean isCompletion, int place) {}

    /// For the checker. Of moments that are the same, invocations come first, so that the operations overlap.
    static List<Entry<NodeOperation, Integer>> of(List<Performed> history) {
        int[] invoked = new int[history.size()];
        int[] completed = new int[history.size()];
        List<Moment> moments = moments(history, one -> released(one, history));
        for (int i = 0; i < moments.size(); i++) {
            (moments.get(i).isCompletion() ? completed : invoked)[moments.get(i).place()] = i;
        }
        List<Entry<NodeOperation, Integer>> entries = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            Performed one = history.get(i);
            if (one.wasInterrupted()) {
                continue;
            }
            entries.add(
                    one.isCompleted()
                            ? new Entry<>(
                                    one.process(), operation(one, history), one.answer(), invoked[i], completed[i])
                            : Entry.lost(one.process(), operation(one, history), invoked[i]));
        }
        return entries;
    }

    /// When an operation was over. A file that somebody uses while it is closed is let go when they are through.
    private static long released(Performed one, List<Performed> history) {
        if (one.effect() != Action.Effect.CLOSE) {
            return one.completed();
        }
        return history.stream()
                .filter(other -> other.isCompleted()
                        && !other.action().on().isEmpty()
                        && other.step().handle() == one.step().handle()
                        && other.invoked() <= one.completed())
                .mapToLong(Performed::completed)
                .reduce(one.completed(), Math::max);
    }

    private static List<Moment> moments(List<Performed> history, ToLongFunction<Performed> completed) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            moments.add(new Moment(history.get(i).invoked(), false, i));
            if (history.get(i).isCompleted()) {
                moments.add(new Moment(completed.applyAsLong(history.get(i)), true, i));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::time)
                .thenComparing(Moment::isCompletion)
                .thenComparingInt(Moment::place));
        return moments;
    }

    /// As a history in Jepsen's shapes; what was never answered has no completion.
    static History history(List<Performed> performed) {
        List<Event> events = new ArrayList<>();
        List<Moment> moments = moments(performed, Performed::completed);
        long begin = moments.isEmpty() ? 0 : moments.getFirst().time();
        for (Moment moment : moments) {
            Performed one = performed.get(moment.place());
            EventType type =
                    !moment.isCompletion() ? EventType.INVOKE : one.wasInterrupted() ? EventType.FAIL : EventType.OK;
            String f = one.action().name().replace(' ', '-');
            Object value = moment.isCompletion()
                    ? one.answer()
                    : List.of(one.step().handle(), one.step().made());
            events.add(new Event(new ProcessId(one.process()), type, f, value, events.size(), moment.time() - begin));
        }
        return new History(events);
    }

    private static List<Integer> refusals(Action action) {
        return action.live().stream().filter(answer -> answer != 0).toList();
    }

    /// A node goes before its files are dead, and comes before it can be opened.
    private static List<Integer> delays(Performed open, List<Performed> history) {
        List<Integer> delays = new ArrayList<>(open.action().live());
        boolean isChanging =
                overlaps(open, history, Action.Effect.REMOVE) || overlaps(open, history, Action.Effect.RESTORE);
        if (isChanging) {
            delays.addAll(open.action().dead());
        }
        return delays;
    }

    /// A device with nodes of several kinds goes node by node: while it does, one may be dead before the others.
    private static List<Integer> live(Performed access, List<Performed> history) {
        Action action = access.action();
        return overlaps(access, history, Action.Effect.REMOVE) && hasSeveralNodes(history)
                ? Stream.concat(action.live().stream(), action.dead().stream()).toList()
                : action.live();
    }

    private static boolean hasSeveralNodes(List<Performed> history) {
        return history.stream()
                        .filter(one -> one.effect() == Action.Effect.OPEN)
                        .map(one -> one.action().makes())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private static boolean overlaps(Performed one, List<Performed> history, Action.Effect effect) {
        return history.stream().anyMatch(other -> other.effect() == effect && other.overlaps(one));
    }

    private static NodeOperation operation(Performed one, List<Performed> history) {
        Action action = one.action();
        String name = one.name();
        int handle = one.step().handle();
        return switch (action.effect()) {
            case OPEN ->
                new NodeOperation.Open(
                        name, one.step().made(), action.belonging(), action.dead(), delays(one, history));
            case TAKE_LINE ->
                new NodeOperation.TakeLine(
                        name,
                        handle,
                        one.step().made(),
                        (int) action.argument(),
                        action.level(),
                        refusals(action),
                        action.dead());
            case CONFIGURE -> new NodeOperation.Configure(name, handle, action.level(), action.dead());
            case SET_LEVEL -> new NodeOperation.SetLevel(name, handle, action.level(), action.dead());
            case GET_LEVEL -> new NodeOperation.GetLevel(name, handle, action.dead());
            case ACCESS ->
                new NodeOperation.Access(name, handle, action.belonging(), live(one, history), action.dead());
            case CLOSE -> new NodeOperation.Close(name, handle);
            case REMOVE -> new NodeOperation.Remove(name, action.distance());
            case RESTORE -> new NodeOperation.Restore(name, action.distance());
            case NOTHING -> throw new IllegalStateException(name + " means nothing and is in no history.");
        };
    }
}

package dev.yank.harness.format;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.format.RecordedOperation.End;
import dev.yank.model.linearize.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Pairs invocations with completions while a file is read, and checks that a process has at most one operation
/// in flight. Of the file it keeps no more than the operations in flight.
///
/// @param <T> what operations become
final class Pairing<T> implements HistoryReader.OpConsumer {

    private final String file;
    private final Partition partition;
    private final Meaning<T> meaning;
    private final Events events;

    /// In the order of the invocations; null while in flight, or if it is left out.
    private final List<@Nullable T> results = new ArrayList<>();

    private final Map<Object, InFlight> inFlight = new HashMap<>();
    private final Set<Object> lost = new HashSet<>();

    private record InFlight(int place, RecordedOperation operation) {}

    Pairing(String file, Partition partition, Meaning<T> meaning, Events events) {
        this.file = file;
        this.partition = partition;
        this.meaning = meaning;
        this.events = events;
    }

    @Override
    public void accept(OpMap op) throws MalformedHistoryException {
        Object process = op.field("process");
        if (process == null || !op.fields().containsKey("type") || !op.fields().containsKey("f")) {
            throw refuse(
                    op,
                    "expected :process, :type and :f, but found only "
                            + op.fields().keySet() + ".");
        }
        int event = events.next(op.field("index"), op.line());
        if (!(process instanceof Number)) {
            // The nemesis and its like are no clients.
            return;
        }
        String type = PlainData.word(op.field("type"));
        String f = PlainData.word(op.field("f"));
        switch (type) {
            case "invoke" -> invoke(op, process, f, event);
            case "ok" -> complete(op, process, f, End.OK, event);
            case "fail" -> complete(op, process, f, End.FAIL, event);
            case "info" -> complete(op, process, f, End.LOST, event);
            default -> throw refuse(op, "expected the type invoke, ok, fail or info, but found '" + type + "'.");
        }
    }

    private void invoke(OpMap op, Object process, String f, int event) throws MalformedHistoryException {
        InFlight before = inFlight.get(process);
        if (before != null) {
            throw refuse(
                    op,
                    "expected the completion of what process " + process + " invoked in line "
                            + before.operation().line() + ", but found another invocation by it.");
        }
        if (lost.contains(process)) {
            throw refuse(
                    op,
                    "expected nothing more of process " + process
                            + ", whose operation was lost, but found an invocation.");
        }
        var operation = new RecordedOperation(
                process.toString(),
                partition.key(op, file),
                f,
                partition.value(op),
                End.LOST,
                null,
                event,
                Entry.NEVER,
                op.line(),
                op.line());
        meaning.look(operation);
        inFlight.put(process, new InFlight(results.size(), operation));
        results.add(null);
    }

    private void complete(OpMap op, Object process, String f, End end, int event) throws MalformedHistoryException {
        InFlight begun = inFlight.remove(process);
        if (begun == null) {
            throw refuse(
                    op, "expected an invocation by process " + process + " before this completion, but there is none.");
        }
        RecordedOperation operation = begun.operation();
        if (!operation.f().equals(f)) {
            throw refuse(
                    op,
                    "expected the completion of " + operation.f() + ", which process " + process + " invoked in line "
                            + operation.line() + ", but found one of " + f + ".");
        }
        if (end == End.LOST) {
            lost.add(process);
            results.set(begun.place(), meaning.of(operation));
        } else {
            results.set(begun.place(), meaning.of(operation.completed(end, partition.value(op), event, op.line())));
        }
    }

    private MalformedHistoryException refuse(OpMap op, String sentence) {
        return new MalformedHistoryException(file, op.line(), sentence);
    }

    /// All operations that mean something, at the end of the file; those in flight may or may not have happened.
    List<T> results() throws MalformedHistoryException {
        for (InFlight open : inFlight.values()) {
            results.set(open.place(), meaning.of(open.operation()));
        }
        inFlight.clear();
        @Var int kept = 0;
        for (int i = 0; i < results.size(); i++) {
            T result = results.get(i);
            if (result != null) {
                results.set(kept++, result);
            }
        }
        results.subList(kept, results.size()).clear();
        return List.copyOf(results);
    }
}

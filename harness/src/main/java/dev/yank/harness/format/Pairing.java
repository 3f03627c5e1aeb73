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

/// Pairs invocations with completions while a file is read, and checks that a process has at most one operation
/// in flight.
final class Pairing implements HistoryReader.OpConsumer {

    private final String file;
    private final Partition partition;
    private final List<RecordedOperation> operations = new ArrayList<>();
    private final Map<Object, Integer> inFlight = new HashMap<>();
    private final Set<Object> lost = new HashSet<>();

    @Var
    private int events;

    Pairing(String file, Partition partition) {
        this.file = file;
        this.partition = partition;
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
        if (!(process instanceof Number)) {
            // The nemesis and its like are no clients.
            return;
        }
        String type = PlainData.word(op.field("type"));
        String f = PlainData.word(op.field("f"));
        switch (type) {
            case "invoke" -> invoke(op, process, f);
            case "ok" -> complete(op, process, f, End.OK);
            case "fail" -> complete(op, process, f, End.FAIL);
            case "info" -> complete(op, process, f, End.LOST);
            default -> throw refuse(op, "expected the type invoke, ok, fail or info, but found '" + type + "'.");
        }
    }

    private void invoke(OpMap op, Object process, String f) throws MalformedHistoryException {
        Integer before = inFlight.get(process);
        if (before != null) {
            throw refuse(
                    op,
                    "expected the completion of what process " + process + " invoked in line "
                            + operationAt(before).line() + ", but found another invocation by it.");
        }
        if (lost.contains(process)) {
            throw refuse(
                    op,
                    "expected nothing more of process " + process
                            + ", whose operation was lost, but found an invocation.");
        }
        inFlight.put(process, operations.size());
        operations.add(new RecordedOperation(
                process.toString(),
                partition.key(op, file),
                f,
                partition.value(op),
                End.LOST,
                null,
                events++,
                Entry.NEVER,
                op.line(),
                op.line()));
    }

    private void complete(OpMap op, Object process, String f, End end) throws MalformedHistoryException {
        Integer place = inFlight.remove(process);
        if (place == null) {
            throw refuse(
                    op, "expected an invocation by process " + process + " before this completion, but there is none.");
        }
        RecordedOperation begun = operationAt(place);
        if (!begun.f().equals(f)) {
            throw refuse(
                    op,
                    "expected the completion of " + begun.f() + ", which process " + process + " invoked in line "
                            + begun.line() + ", but found one of " + f + ".");
        }
        if (end == End.LOST) {
            lost.add(process);
            return;
        }
        operations.set(
                place,
                new RecordedOperation(
                        begun.process(),
                        begun.key(),
                        f,
                        begun.asked(),
                        end,
                        partition.value(op),
                        begun.invoked(),
                        events++,
                        begun.line(),
                        op.line()));
    }

    private RecordedOperation operationAt(int place) {
        return operations.get(place);
    }

    private MalformedHistoryException refuse(OpMap op, String sentence) {
        return new MalformedHistoryException(file, op.line(), sentence);
    }

    RecordedHistory history() {
        return new RecordedHistory(file, operations);
    }
}

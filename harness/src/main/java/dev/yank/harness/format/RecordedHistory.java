package dev.yank.harness.format;

import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RecordedSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The operations of a file, in the order of their invocations.
///
/// @param file the name of the file
/// @param operations the operations
public record RecordedHistory(String file, List<RecordedOperation> operations) {

    /// Copies the operations.
    public RecordedHistory(String file, List<RecordedOperation> operations) {
        this.file = file;
        this.operations = List.copyOf(operations);
    }

    /// What the operations mean to a specification. Failed operations that tell nothing are left out.
    ///
    /// @throws MalformedHistoryException at the first operation that the specification does not know
    public <O> List<Entry<Keyed.At<O>, Answer>> entries(RecordedSpec<?, O> spec) throws MalformedHistoryException {
        List<Entry<Keyed.At<O>, Answer>> entries = new ArrayList<>(operations.size());
        Map<String, Integer> processes = new HashMap<>();
        for (RecordedOperation operation : operations) {
            int process = processes.computeIfAbsent(operation.process(), _ -> processes.size());
            entry(spec, operation, process).ifPresent(entries::add);
        }
        return entries;
    }

    private <O> Optional<Entry<Keyed.At<O>, Answer>> entry(
            RecordedSpec<?, O> spec, RecordedOperation operation, int process) throws MalformedHistoryException {
        O asked = asked(spec, operation);
        var at = new Keyed.At<>(Nil.of(operation.key()), asked);
        Object answered = Nil.of(operation.answered());
        try {
            return switch (operation.end()) {
                case LOST -> Optional.of(Entry.lost(process, at, operation.invoked()));
                case OK -> Optional.of(completed(process, at, spec.answer(asked, answered), operation));
                case FAIL -> spec.failure(asked, answered).map(answer -> completed(process, at, answer, operation));
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedHistoryException(file, operation.completionLine(), String.valueOf(e.getMessage()));
        }
    }

    private <O> O asked(RecordedSpec<?, O> spec, RecordedOperation operation) throws MalformedHistoryException {
        try {
            return spec.operation(operation.f(), Nil.of(operation.asked()));
        } catch (IllegalArgumentException e) {
            throw new MalformedHistoryException(file, operation.line(), String.valueOf(e.getMessage()));
        }
    }

    private static <O> Entry<Keyed.At<O>, Answer> completed(
            int process, Keyed.At<O> at, Answer answer, RecordedOperation operation) {
        return new Entry<>(process, at, answer, operation.invoked(), operation.completed());
    }
}

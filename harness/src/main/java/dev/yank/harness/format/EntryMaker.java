package dev.yank.harness.format;

import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.Nil;
import dev.yank.model.spec.classic.RecordedSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes entries of operations by asking a specification what they mean. Failed operations that tell nothing are left
/// out; equal operations and answers are kept once.
///
/// @param <O> operations of the specification
final class EntryMaker<O> implements Meaning<Entry<Keyed.At<O>, Answer>> {

    /// Beyond so many different ones, most are met once only.
    private static final int MOST_KEPT = 100_000;

    private final String file;
    private final RecordedSpec<?, O> spec;
    private final Map<String, Integer> processes = new HashMap<>();
    private final Map<Keyed.At<O>, Keyed.At<O>> operations = new HashMap<>();
    private final Map<Answer, Answer> answers = new HashMap<>();

    EntryMaker(String file, RecordedSpec<?, O> spec) {
        this.file = file;
        this.spec = spec;
    }

    @Override
    public void look(RecordedOperation invocation) throws MalformedHistoryException {
        processes.computeIfAbsent(invocation.process(), _ -> processes.size());
        asked(invocation);
    }

    @Override
    public @Nullable Entry<Keyed.At<O>, Answer> of(RecordedOperation operation) throws MalformedHistoryException {
        int process = processes.getOrDefault(operation.process(), 0);
        O asked = asked(operation);
        Object answered = Nil.of(operation.answered());
        try {
            return switch (operation.end()) {
                case LOST -> Entry.lost(process, at(operation, asked), operation.invoked());
                case OK ->
                    completed(
                            process,
                            at(operation, spec.told(asked, answered)),
                            spec.answer(asked, answered),
                            operation);
                case FAIL -> {
                    Optional<Answer> failure = spec.failure(asked, answered);
                    yield failure.isEmpty() ? null : completed(process, at(operation, asked), failure.get(), operation);
                }
            };
        } catch (IllegalArgumentException e) {
            throw new MalformedHistoryException(file, operation.completionLine(), String.valueOf(e.getMessage()));
        }
    }

    private O asked(RecordedOperation operation) throws MalformedHistoryException {
        try {
            return spec.operation(operation.f(), Nil.of(operation.asked()));
        } catch (IllegalArgumentException e) {
            throw new MalformedHistoryException(file, operation.line(), String.valueOf(e.getMessage()));
        }
    }

    private Keyed.At<O> at(RecordedOperation operation, O asked) {
        return once(operations, new Keyed.At<>(Nil.of(operation.key()), asked));
    }

    private Entry<Keyed.At<O>, Answer> completed(
            int process, Keyed.At<O> at, Answer answer, RecordedOperation operation) {
        return new Entry<>(process, at, once(answers, answer), operation.invoked(), operation.completed());
    }

    private static <T> T once(Map<T, T> known, T value) {
        T same = known.get(value);
        if (same != null) {
            return same;
        }
        if (known.size() < MOST_KEPT) {
            known.put(value, value);
        }
        return value;
    }
}

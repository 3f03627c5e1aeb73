package dev.yank.model.linearize;

import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns a history into entries, once, at the door.
public final class HistoryEntries {

    private HistoryEntries() {}

    /// The entries of a history, in the order of the invocations, with places in the history as times.
    ///
    /// An operation that failed did not happen and is left out; one that was lost, or is in flight at the
    /// end, is kept without a response.
    ///
    /// @param history the history
    /// @param readOperation makes an operation of a function and the value of its invocation
    /// @param readResponse makes a response of the value of a completion
    public static <O, R> List<Entry<O, R>> of(
            History history,
            BiFunction<String, @Nullable Object, O> readOperation,
            Function<@Nullable Object, R> readResponse) {
        List<Entry<O, R>> entries = new ArrayList<>();
        for (Operation operation : history.operations()) {
            Event invocation = operation.invocation();
            Event completion = operation.completion();
            if (completion != null && completion.type() == EventType.FAIL) {
                continue;
            }
            int process = invocation.process().number();
            O asked = readOperation.apply(invocation.f(), invocation.value());
            entries.add(
                    completion == null || completion.type() == EventType.INFO
                            ? Entry.lost(process, asked, invocation.index())
                            : new Entry<>(
                                    process,
                                    asked,
                                    readResponse.apply(completion.value()),
                                    invocation.index(),
                                    completion.index()));
        }
        return entries;
    }
}

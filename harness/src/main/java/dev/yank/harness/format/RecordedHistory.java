package dev.yank.harness.format;

import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.util.ArrayList;
import java.util.List;

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
        var maker = new EntryMaker<>(file, spec);
        List<Entry<Keyed.At<O>, Answer>> entries = new ArrayList<>(operations.size());
        for (RecordedOperation operation : operations) {
            maker.look(operation);
            Entry<Keyed.At<O>, Answer> entry = maker.of(operation);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }
}

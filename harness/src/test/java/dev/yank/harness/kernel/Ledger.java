package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.sim.Stage;
import dev.yank.model.linearize.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Lets processes perform operations on one object of the kernel and writes the history down, for tests.
///
/// @param <O> operations
/// @param <R> responses
final class Ledger<O, R> {

    /// What one process performs its operations with; it may pass over those that it has no right to.
    interface Performer<O, R> {

        /// Whether the process may invoke the operation now.
        boolean may(O operation);

        /// Performs the operation.
        R perform(O operation);

        /// What comes after the completion and is no part of the operation.
        default void after() {}
    }

    private final List<Entry<O, R>> entries = new ArrayList<>();

    @Var
    private int time;

    /// Adds a task for each process of the program.
    void play(Stage stage, List<List<O>> program, Supplier<Performer<O, R>> performers) {
        for (int process = 0; process < program.size(); process++) {
            int number = process;
            Performer<O, R> performer = performers.get();
            stage.task("process " + process, () -> {
                for (O operation : program.get(number)) {
                    stage.machine().point();
                    if (performer.may(operation)) {
                        perform(number, operation, performer);
                    }
                }
            });
        }
    }

    private void perform(int process, O operation, Performer<O, R> performer) {
        int invoked = time++;
        R response = performer.perform(operation);
        entries.add(new Entry<>(process, operation, response, invoked, time++));
        performer.after();
    }

    /// The history.
    List<Entry<O, R>> entries() {
        return List.copyOf(entries);
    }

    /// Whether two operations overlap anywhere.
    boolean overlaps() {
        return entries.stream()
                .anyMatch(one -> entries.stream()
                        .anyMatch(other -> one.process() != other.process()
                                && one.invoked() < other.completed()
                                && other.invoked() < one.completed()));
    }
}

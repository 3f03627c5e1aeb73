package dev.yank.reports.timeline;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.model.history.Operation;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The steps of a page: the events of the trace, with invocations and completions in between.
final class Steps {

    /// What a step is.
    enum Kind {
        INVOKE,
        ANSWER,
        EVENT
    }

    /// One step.
    ///
    /// @param place an even number for an event, twice its number in the trace; an odd one for what happens
    /// between two events
    /// @param order the place among those of the same place
    /// @param operation the number of the operation that is invoked or completed, or -1
    /// @param event the event, or null
    record Step(
            int place,
            int order,
            Kind kind,
            int operation,
            @Nullable KernelEvent event) {}

    private final List<Step> steps = new ArrayList<>();
    private final SortedMap<Integer, Integer> ofEvents = new TreeMap<>();

    Steps(Counterexample counterexample) {
        addOperations(counterexample);
        counterexample.trace().forEach(event -> steps.add(new Step(2 * event.step(), 0, Kind.EVENT, -1, event)));
        steps.sort(Comparator.comparingInt(Step::place).thenComparingInt(Step::order));
        for (int i = 0; i < steps.size(); i++) {
            KernelEvent event = steps.get(i).event;
            if (event != null) {
                ofEvents.put(event.step(), i);
            }
        }
    }

    private void addOperations(Counterexample counterexample) {
        List<PerformedOperation> operations = counterexample.operations();
        List<Operation> seen = counterexample.history().operations();
        boolean areSame = seen.size() == operations.size();
        for (int i = 0; i < operations.size(); i++) {
            PerformedOperation operation = operations.get(i);
            var completion = areSame ? seen.get(i).completion() : null;
            int invoked = areSame ? seen.get(i).invocation().index() : 2 * i;
            steps.add(new Step(2 * operation.afterEvent() + 1, invoked, Kind.INVOKE, i, null));
            if (isAnswered(operation)) {
                int completed = completion == null ? invoked + 1 : completion.index();
                steps.add(new Step(2 * operation.beforeEvent() + 1, completed, Kind.ANSWER, i, null));
            }
        }
    }

    static boolean isAnswered(PerformedOperation operation) {
        return operation.response().isPresent() && operation.beforeEvent() != Integer.MAX_VALUE;
    }

    /// All, in their order.
    List<Step> all() {
        return List.copyOf(steps);
    }

    /// The place of an event among the steps, from 0; -1 where the trace does not have it.
    int of(int event) {
        return ofEvents.getOrDefault(event, -1);
    }

    /// The number of an event as the reader counts.
    String number(int event) {
        int at = of(event);
        return at < 0 ? event + " of the trace" : String.valueOf(at + 1);
    }
}

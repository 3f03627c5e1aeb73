package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.model.history.Operation;
import dev.yank.model.trace.KernelEvent;
import dev.yank.reports.text.Row.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// The making of one [Timeline].
final class TimelineDrawing {

    /// What a timeline should not exceed; one of a program with many operations does.
    private static final int MOST_ROWS = 22;

    private static final int FEWEST_EVENTS = 10;

    /// A row before it has its number.
    ///
    /// @param place an even number for an event, twice its step; an odd one for what happens between two
    /// events
    /// @param order the place among those of the same place
    /// @param step the step of an event in the trace, or 0
    private record Entry(int place, int order, Kind kind, int task, String words, int step, Optional<String> mark) {

        Entry answeredBy(Entry answer) {
            return new Entry(place, order, kind, task, words + " " + answer.words, step, answer.mark);
        }

        boolean repeats(Entry other) {
            return kind == Kind.EVENT && other.kind == Kind.EVENT && task == other.task && words.equals(other.words);
        }
    }

    private final Counterexample counterexample;
    private final Scene scene;
    private final EventWords words;
    private final List<Entry> entries = new ArrayList<>();

    TimelineDrawing(Counterexample counterexample) {
        this.counterexample = counterexample;
        this.scene = new Scene(counterexample);
        this.words = new EventWords(counterexample);
    }

    Timeline timeline() {
        addOperations();
        addEvents(Math.max(FEWEST_EVENTS, MOST_ROWS - entries.size()));
        entries.sort(Comparator.comparingInt(Entry::place).thenComparingInt(Entry::order));
        return numbered(folded());
    }

    private void addOperations() {
        List<PerformedOperation> operations = counterexample.operations();
        List<Operation> seen = counterexample.history().operations();
        boolean areSame = seen.size() == operations.size();
        Optional<PerformedOperation> unexplained = scene.unexplained();
        for (int i = 0; i < operations.size(); i++) {
            PerformedOperation operation = operations.get(i);
            int invoked = areSame ? seen.get(i).invocation().index() : 2 * i;
            var completion = areSame ? seen.get(i).completion() : null;
            int completed = completion == null ? invoked + 1 : completion.index();
            addInvocation(operation, invoked);
            addAnswer(operation, completed, unexplained);
        }
    }

    private void addInvocation(PerformedOperation operation, int order) {
        String asked = OperationWords.of(operation.operation());
        int place = 2 * operation.afterEvent() + 1;
        entries.add(new Entry(place, order, Kind.OPERATION, operation.task(), asked, 0, Optional.empty()));
    }

    private void addAnswer(PerformedOperation operation, int order, Optional<PerformedOperation> unexplained) {
        if (operation.response().isEmpty() || operation.beforeEvent() == Integer.MAX_VALUE) {
            return;
        }
        String answer = OperationWords.answer(
                operation.operation(), operation.response().get());
        int place = 2 * operation.beforeEvent() + 1;
        Optional<String> mark = unexplained.filter(operation::equals).map(_ -> "no order explains this answer");
        entries.add(new Entry(place, order, Kind.ANSWER, operation.task(), answer, 0, mark));
    }

    private void addEvents(int room) {
        for (KernelEvent event : new Selection(scene).choose(room)) {
            String indent = isInside(event) ? "  " : "";
            entries.add(new Entry(
                    2 * event.step(),
                    0,
                    Kind.EVENT,
                    event.task(),
                    indent + words.of(event),
                    event.step(),
                    Optional.empty()));
        }
    }

    private boolean isInside(KernelEvent event) {
        return counterexample.operations().stream()
                .anyMatch(operation -> operation.task() == event.task()
                        && operation.afterEvent() < event.step()
                        && operation.beforeEvent() >= event.step());
    }

    /// An answer joins its operation where nothing is shown between the two; an event is not said twice in a
    /// row.
    private List<Entry> folded() {
        List<Entry> folded = new ArrayList<>();
        for (Entry entry : entries) {
            Entry last = folded.isEmpty() ? null : folded.getLast();
            if (last != null && entry.kind == Kind.ANSWER && last.kind == Kind.OPERATION && entry.task == last.task) {
                folded.set(folded.size() - 1, last.answeredBy(entry));
            } else {
                if (last != null && entry.repeats(last) && !scene.references().contains(last.step)) {
                    folded.removeLast();
                }
                folded.add(entry);
            }
        }
        return folded;
    }

    private Timeline numbered(List<Entry> shown) {
        SortedMap<Integer, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < shown.size(); i++) {
            numbers.put(shown.get(i).step, i + 1);
        }
        IntFunction<String> asShown =
                step -> numbers.containsKey(step) ? String.valueOf(numbers.get(step)) : step + " of the trace";
        List<List<Integer>> lanes = lanes(shown);
        List<Row> rows = new ArrayList<>();
        for (Entry entry : shown) {
            Reason reason = scene.failures().get(entry.step);
            Optional<String> mark = reason == null ? entry.mark : Optional.of(reason.in(asShown));
            rows.add(new Row(rows.size() + 1, lane(lanes, entry.task), entry.kind, entry.words, mark));
        }
        List<String> headings = lanes.stream()
                .map(lane -> TaskNames.heading(counterexample, lane))
                .toList();
        return new Timeline(headings, rows, scene.sentence(asShown));
    }

    /// The tasks of each column: those that run alone first and together, then one column a task.
    private List<List<Integer>> lanes(List<Entry> shown) {
        List<Integer> tasks =
                shown.stream().map(Entry::task).distinct().sorted().toList();
        List<Integer> alone = tasks.stream()
                .filter(task -> TaskNames.isAlone(counterexample, task))
                .toList();
        List<List<Integer>> lanes = new ArrayList<>();
        if (!alone.isEmpty()) {
            lanes.add(alone);
        }
        tasks.stream().filter(task -> !alone.contains(task)).map(List::of).forEach(lanes::add);
        return lanes;
    }

    private static int lane(List<List<Integer>> lanes, int task) {
        return IntStream.range(0, lanes.size())
                .filter(lane -> lanes.get(lane).contains(task))
                .findFirst()
                .orElseThrow();
    }
}

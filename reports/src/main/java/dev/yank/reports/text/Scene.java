package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a counterexample is about: where its rule is broken, the objects in question, and the earlier events
/// that its sentence speaks of.
public final class Scene {

    /// How sentences name a step of the trace.
    static final Pattern STEP = Pattern.compile("\\bstep ([0-9]{1,9})\\b");

    private final Counterexample counterexample;
    private final SortedSet<Integer> subjects;
    private final SortedMap<Integer, Reason> failures = new TreeMap<>();

    public Scene(Counterexample counterexample) {
        this.counterexample = counterexample;
        List<KernelEvent> failing = failing();
        this.subjects = subjects(failing);
        for (KernelEvent event : failing) {
            failures.put(event.step(), Explanation.of(counterexample, event, subjects));
        }
    }

    public Counterexample counterexample() {
        return counterexample;
    }

    /// Whether only what the processes saw is at fault, so that no kernel event is to be shown.
    public boolean isAboutHistory() {
        return counterexample.finding().sentence().startsWith("No order of the operations explains ");
    }

    /// The one operation whose answer the checker could not explain, by the checker's words; empty where
    /// these fit several.
    public Optional<PerformedOperation> unexplained() {
        if (!isAboutHistory()) {
            return Optional.empty();
        }
        String sentence = counterexample.finding().sentence();
        List<PerformedOperation> fitting = counterexample.operations().stream()
                .filter(operation -> sentence.contains(" " + OperationWords.inSentences(operation.operation()) + " ")
                        && operation
                                .response()
                                .filter(response -> sentence.endsWith(" answered " + response + "."))
                                .isPresent())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /// The events at which the rule is broken, by their steps in the trace, with the reasons.
    public SortedMap<Integer, Reason> failures() {
        return failures;
    }

    /// The tasks that break the rule.
    public SortedSet<Integer> failingTasks() {
        SortedSet<Integer> tasks = new TreeSet<>();
        for (int step : failures.keySet()) {
            tasks.add(counterexample.trace().get(step - 1).task());
        }
        return tasks;
    }

    /// The last step that matters.
    public int lastStep() {
        return failures.isEmpty() ? Integer.MAX_VALUE : failures.lastKey();
    }

    /// The objects in question.
    public SortedSet<Integer> subjects() {
        return subjects;
    }

    /// The earlier steps of the trace that the sentence or a reason names.
    SortedSet<Integer> references() {
        SortedSet<Integer> references = new TreeSet<>();
        for (Reason reason : failures.values()) {
            if (reason.step() > 0) {
                references.add(reason.step());
            }
        }
        Matcher matcher = STEP.matcher(counterexample.finding().sentence());
        while (!isAboutHistory() && matcher.find()) {
            int step = Integer.parseInt(matcher.group(1));
            if (step >= 1 && step <= counterexample.trace().size()) {
                references.add(step);
            }
        }
        return references;
    }

    /// The sentence of the finding, with steps numbered as the reader sees them.
    public String sentence(IntFunction<String> numbers) {
        String sentence = PlainText.line(counterexample.finding().sentence());
        if (isAboutHistory()) {
            return sentence;
        }
        return STEP.matcher(sentence)
                .replaceAll(
                        match -> Matcher.quoteReplacement("step " + numbers.apply(Integer.parseInt(match.group(1)))));
    }

    /// The event of the finding; with it, every task that is stuck, for one is stuck on account of the other.
    private List<KernelEvent> failing() {
        List<KernelEvent> failing = new ArrayList<>();
        for (KernelEvent event : counterexample.trace()) {
            boolean isFinding = event.step() == counterexample.finding().step();
            if (!isAboutHistory() && (isFinding || event.kind() == EventKind.STUCK)) {
                failing.add(event);
            }
        }
        return failing;
    }

    private SortedSet<Integer> subjects(List<KernelEvent> failing) {
        SortedSet<Integer> found = new TreeSet<>();
        for (Map.Entry<Integer, String> object : counterexample.objects().entrySet()) {
            if (names(counterexample.finding().sentence(), object.getValue())) {
                found.add(object.getKey());
            }
        }
        for (KernelEvent event : failing) {
            if (event.object() != 0) {
                found.add(event.object());
            }
        }
        return found;
    }

    /// Whether a sentence names an object: `Node` is not named by `Node#2`, nor by `ListNode`.
    private static boolean names(String sentence, String name) {
        return !name.isBlank()
                && Pattern.compile("(?<![\\w#.-])" + Pattern.quote(name) + "(?![\\w#-])")
                        .matcher(sentence)
                        .find();
    }
}

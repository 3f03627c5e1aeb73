package dev.yank.reports.timeline;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.harness.sim.Backdrop.Registers;
import dev.yank.harness.sim.hardware.RegisterValue;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.Source;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import dev.yank.reports.text.EventWords;
import dev.yank.reports.text.Fact;
import dev.yank.reports.text.OperationWords;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.text.Reason;
import dev.yank.reports.text.Scene;
import dev.yank.reports.text.Selection;
import dev.yank.reports.text.TaskNames;
import dev.yank.reports.timeline.ExecutionView.Actor;
import dev.yank.reports.timeline.ExecutionView.BrokenRule;
import dev.yank.reports.timeline.ExecutionView.Count;
import dev.yank.reports.timeline.ExecutionView.Snapshot;
import dev.yank.reports.timeline.Steps.Kind;
import dev.yank.reports.timeline.Steps.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The making of one [ExecutionView].
final class ExecutionDrawing {

    private static final int KEY_EVENTS = 40;

    private final Counterexample counterexample;
    private final Scene scene;
    private final Steps steps;
    private final EventWords words;
    private final Lanes lanes;
    private final Spans spans;
    private final Counts counts = new Counts();
    private final SourceFiles sources;

    private ExecutionDrawing(Counterexample counterexample, Path root) {
        this.counterexample = counterexample;
        this.scene = new Scene(counterexample);
        this.steps = new Steps(counterexample);
        this.words = new EventWords(counterexample);
        this.lanes = new Lanes(counterexample, scene.subjects());
        this.spans = new Spans(counterexample, lanes);
        this.sources = new SourceFiles(root);
    }

    /// The page of a counterexample.
    ///
    /// @param root the folder of the project, where sources are looked for
    static ExecutionView of(Counterexample counterexample, Path root) {
        return new ExecutionDrawing(counterexample, root).view();
    }

    private ExecutionView view() {
        List<Actor> tasks = tasks();
        List<Moment> moments = moments();
        drawOperations();
        List<Count> values = counts.all(lanes);
        Rule rule = RuleBook.rule(counterexample.finding().rule());
        return new ExecutionView(
                "execution",
                PlainText.line(counterexample.driver().name()) + ": " + rule.id() + " violated",
                rule(rule),
                scene.sentence(steps::number),
                facts(),
                PlainText.line(counterexample.replayCommand()),
                tasks,
                lanes.all(),
                moments,
                0,
                spans.all(),
                values,
                registers(),
                snapshots(),
                sources.all(),
                history());
    }

    /// Why no order explains the history, where that is the rule that is broken.
    private List<PartView> history() {
        return scene.isAboutHistory()
                ? JudgedHistory.of(counterexample).parts().stream()
                        .map(PartView::of)
                        .toList()
                : List.of();
    }

    private static BrokenRule rule(Rule rule) {
        List<String> said = rule.sources().stream().map(Source::cite).toList();
        return new BrokenRule(rule.id().text(), rule.title(), rule.statement(), said);
    }

    /// The rule itself is shown at the top.
    private List<Fact> facts() {
        return Fact.of(counterexample).stream()
                .filter(fact -> !fact.label().equals("rule"))
                .toList();
    }

    /// Tasks that do nothing have no lane.
    private List<Actor> tasks() {
        Set<Integer> active = new HashSet<>();
        counterexample.trace().stream()
                .filter(event -> event.kind() != EventKind.SETTLED)
                .forEach(event -> active.add(event.task()));
        counterexample.operations().forEach(operation -> active.add(operation.task()));
        List<Actor> tasks = new ArrayList<>();
        for (int task = 0; task < counterexample.tasks().size(); task++) {
            String name = TaskNames.of(counterexample, task);
            boolean isAlone = TaskNames.isAlone(counterexample, task);
            String role = isAlone ? "alone" : name.startsWith("process ") ? "process" : "kernel";
            tasks.add(new Actor(name, role, active.contains(task) ? lanes.task(task) : ""));
        }
        return tasks;
    }

    private List<Moment> moments() {
        Set<Integer> key = new HashSet<>(scene.failures().keySet());
        new Selection(scene).choose(KEY_EVENTS).forEach(event -> key.add(event.step()));
        List<Moment> moments = new ArrayList<>();
        for (Step step : steps.all()) {
            KernelEvent event = step.event();
            if (event == null) {
                moments.add(ofOperation(step));
            } else {
                spans.event(moments.size(), event);
                counts.event(moments.size(), event);
                moments.add(ofEvent(event, key.contains(event.step())));
            }
        }
        return moments;
    }

    private Moment ofOperation(Step step) {
        PerformedOperation operation = counterexample.operations().get(step.operation());
        boolean isAnswer = step.kind() == Kind.ANSWER;
        boolean isWrong =
                isAnswer && scene.unexplained().filter(operation::equals).isPresent();
        return new Moment(
                step.kind().name().toLowerCase(Locale.ROOT),
                operation.task(),
                isAnswer ? answer(operation) : OperationWords.of(operation.operation()),
                null,
                true,
                isWrong ? "no order explains this answer" : null,
                null);
    }

    private static String answer(PerformedOperation operation) {
        return OperationWords.answer(operation.operation(), operation.response().orElseThrow());
    }

    private Moment ofEvent(KernelEvent event, boolean isKey) {
        Reason reason = scene.failures().get(event.step());
        var places = counterexample.backdrop().places();
        boolean isKnown = event.step() <= places.size();
        return new Moment(
                "event",
                event.task(),
                words.of(event),
                Shapes.of(event.kind()),
                isKey,
                reason == null ? null : reason.in(steps::number),
                isKnown ? places.get(event.step() - 1).map(sources::place).orElse(null) : null);
    }

    private void drawOperations() {
        List<Step> all = steps.all();
        int[] begins = new int[counterexample.operations().size()];
        for (int at = 0; at < all.size(); at++) {
            Step step = all.get(at);
            if (step.operation() >= 0) {
                PerformedOperation operation = counterexample.operations().get(step.operation());
                String asked = OperationWords.of(operation.operation());
                if (step.kind() == Kind.ANSWER) {
                    spans.operation(operation.task(), begins[step.operation()], at, asked, answer(operation));
                } else if (Steps.isAnswered(operation)) {
                    begins[step.operation()] = at;
                } else {
                    spans.operation(operation.task(), at, null, asked, null);
                }
            }
        }
    }

    private List<String> registers() {
        return counterexample.backdrop().registers().stream()
                .map(Registers::values)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(RegisterValue::name)
                .toList();
    }

    private List<Snapshot> snapshots() {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Registers registers : counterexample.backdrop().registers()) {
            List<String> values = registers.values().stream()
                    .map(register -> "0x" + Long.toHexString(register.value()))
                    .toList();
            snapshots.add(new Snapshot(steps.of(registers.afterEvent()), values));
        }
        return snapshots;
    }
}

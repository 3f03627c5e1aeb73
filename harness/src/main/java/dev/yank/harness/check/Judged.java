package dev.yank.harness.check;

import dev.yank.harness.check.FileVerdict.EngineAnswer;
import dev.yank.harness.knossos.ClojureEngine;
import dev.yank.harness.knossos.SecondOpinion;
import dev.yank.model.linearize.Engine;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Explainer;
import dev.yank.model.linearize.FailingSubHistory;
import dev.yank.model.linearize.FailingSubHistory.Minimality;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.OrderVerifier;
import dev.yank.model.spec.classic.Answer;
import dev.yank.model.spec.classic.Keyed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A history with the specification to judge it by.
final class Judged<S, O> {

    private final Keyed<S, O, Answer> spec;
    private final List<Entry<Keyed.At<O>, Answer>> entries;

    Judged(Keyed<S, O, Answer> spec, List<Entry<Keyed.At<O>, Answer>> entries) {
        this.spec = spec;
        this.entries = entries;
    }

    int operations() {
        return entries.size();
    }

    int parts() {
        return (int) entries.stream()
                .map(entry -> spec.partition(entry.operation()))
                .distinct()
                .count();
    }

    /// Asks an engine of the model.
    LinearizabilityResult<Keyed.At<O>, Answer> ask(Engine engine, Allowance allowance) {
        try {
            var limits = new Limits(Long.MAX_VALUE, Allowance.memory(), allowance);
            return LinearizabilityChecker.check(spec, entries, limits, engine);
        } catch (OutOfMemoryError e) {
            // States may be larger than the limits reckon with; with the search gone, there is room again.
            allowance.hasRunOutOfMemory();
            return new Inconclusive<>(allowance.reason(), firstCompletion(), 0, parts());
        }
    }

    private int firstCompletion() {
        return entries.stream().mapToInt(Entry::completed).min().orElse(0);
    }

    /// What a result says, with what was learned if it does not know.
    EngineAnswer answer(LinearizabilityResult<Keyed.At<O>, Answer> result, Allowance allowance) {
        return switch (result) {
            case Linearizable<?, ?> _ -> new EngineAnswer(FileVerdict.Answer.TRUE, "");
            case NotLinearizable<?, ?> _ -> new EngineAnswer(FileVerdict.Answer.FALSE, "");
            case Inconclusive<?, ?>(String why, int from, int explained, int parts) ->
                new EngineAnswer(
                        FileVerdict.Answer.UNKNOWN,
                        (allowance.getAsBoolean() ? allowance.reason() : why) + learned(from, explained, parts));
        };
    }

    private String learned(int unexplainedFrom, int explained, int parts) {
        long completions = entries.stream()
                .filter(entry -> entry.completed() != Entry.NEVER)
                .count();
        long before = entries.stream()
                .filter(entry -> entry.completed() < unexplainedFrom)
                .count();
        return " Learned: the history before event " + unexplainedFrom + " is linearizable (" + before + " of "
                + completions + " completions)"
                + (parts > 1 ? ", and so are " + explained + " of " + parts + " parts as a whole" : "")
                + "; what follows is not known.";
    }

    /// Asks an engine in Clojure.
    EngineAnswer ask(ClojureEngine engine, Allowance allowance) {
        try {
            SecondOpinion said = engine.check(spec, entries, allowance);
            return switch (said.opinion()) {
                case LINEARIZABLE -> new EngineAnswer(FileVerdict.Answer.TRUE, "");
                case NOT_LINEARIZABLE -> new EngineAnswer(FileVerdict.Answer.FALSE, "");
                case UNKNOWN ->
                    new EngineAnswer(
                            FileVerdict.Answer.UNKNOWN,
                            (allowance.getAsBoolean() ? allowance.reason() + " " : "") + said.reason());
            };
        } catch (OutOfMemoryError e) {
            allowance.hasRunOutOfMemory();
            return new EngineAnswer(FileVerdict.Answer.UNKNOWN, allowance.reason());
        }
    }

    /// Finds out why the history fails; empty if that takes more than the limits.
    Optional<Why> why(Duration timeout) {
        try {
            var limits = new Limits(Long.MAX_VALUE, Allowance.memory(), Allowance.of(timeout));
            return new Explainer<>(spec, limits)
                    .explain(entries)
                    .map(known -> new Why(
                            line(known.cannotBePlaced()),
                            known.sentences(),
                            known.prefixEnd(),
                            known.isShortest(),
                            lines(known.longestPrefix()),
                            few(known.minimal()),
                            few(known.core())));
        } catch (OutOfMemoryError e) {
            return Optional.empty();
        }
    }

    private Why.Few few(FailingSubHistory<Keyed.At<O>, Answer> few) {
        return new Why.Few(lines(few.entries()), few.minimality() == Minimality.VERIFIED);
    }

    /// The order that was found, if one was, after it was checked by other means.
    List<String> orderLines(LinearizabilityResult<Keyed.At<O>, Answer> result) {
        List<String> lines = new ArrayList<>();
        if (!(result instanceof Linearizable<Keyed.At<O>, Answer>(var order))) {
            return lines;
        }
        lines.add(OrderVerifier.fault(spec, entries, order)
                .map(fault -> "the order is wrong: " + fault)
                .orElse("an order that explains it, checked:"));
        lines(order).forEach(line -> lines.add("  " + line));
        return lines;
    }

    private List<String> lines(List<Entry<Keyed.At<O>, Answer>> operations) {
        return operations.stream().map(this::line).toList();
    }

    private String line(Entry<Keyed.At<O>, Answer> entry) {
        var response = entry.response();
        return "process " + entry.process() + ", " + spec.describeOperation(entry.operation()) + ": "
                + (response == null ? "lost" : spec.describeResponse(response)) + "  [events " + entry.invoked() + ".."
                + (response == null ? "" : entry.completed()) + "]";
    }
}

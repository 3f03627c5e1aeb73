package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.check.FileVerdict.Answer;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.harness.format.RecordedHistory;
import dev.yank.harness.knossos.ClojureEngine;
import dev.yank.model.linearize.Engine;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Explainer;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.linearize.OrderVerifier;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Judges files one by one, each within limits of its own.
public final class HistoryCheck {

    /// Whether an order is printed where there is one.
    public enum Orders {
        /// It is.
        SHOWN,
        /// It is not.
        HIDDEN
    }

    private static final int SHOWN_OPERATIONS = 40;

    private final EngineChoice engine;
    private final Duration timeout;
    private final Orders orders;

    /// @param engine who judges
    /// @param timeout how long each file may take, and again as long to explain a violation
    /// @param orders whether an order is printed where there is one
    public HistoryCheck(EngineChoice engine, Duration timeout, Orders orders) {
        this.engine = engine;
        this.timeout = timeout;
        this.orders = orders;
    }

    /// Reads and judges a file.
    ///
    /// @throws MalformedHistoryException at the first line that is not as expected
    /// @throws IOException if the file cannot be read at all
    public FileVerdict check(Path file, RecordedSpec<?, ?> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        return judge(HistoryFiles.read(file, partition), spec);
    }

    private <S, O> FileVerdict judge(RecordedHistory history, RecordedSpec<S, O> one) throws MalformedHistoryException {
        var entries = history.entries(one);
        var judged = new Judged<>(history.file(), new Keyed<>(one), entries);
        long start = System.nanoTime();
        Map<String, Answer> opinions = new LinkedHashMap<>();
        @Var String reason = "";
        @Var List<String> details = List.of();
        for (Engine modelEngine : modelEngines()) {
            LinearizabilityResult<?, ?> result = judged.ask(modelEngine, limits());
            opinions.put(modelEngine.word(), answerOf(result));
            if (result instanceof Inconclusive<?, ?>(String why) && reason.isEmpty()) {
                reason = why;
            }
            if (result instanceof Linearizable<?, ?>(var order) && orders == Orders.SHOWN && details.isEmpty()) {
                details = judged.orderLines(order);
            }
        }
        opinions.putAll(judged.otherOpinions(engine, stop()));
        double millis = (System.nanoTime() - start) / 1e6;
        Answer answer = agreed(opinions);
        if (opinions.containsValue(Answer.TRUE) && opinions.containsValue(Answer.FALSE)) {
            reason = "The engines disagree; this is a fault of an engine, please report it with the file.";
        } else if (answer == Answer.FALSE) {
            reason = "";
            details = judged.explanationLines(limits());
        }
        return new FileVerdict(
                history.file(),
                one.name(),
                answer,
                answer == Answer.UNKNOWN && reason.isEmpty() ? "Time ran out." : answer == Answer.UNKNOWN ? reason : "",
                entries.size(),
                judged.parts(),
                millis,
                opinions,
                details);
    }

    private List<Engine> modelEngines() {
        return switch (engine) {
            case AUTO -> List.of(Engine.AUTO);
            case WGL -> List.of(Engine.WGL);
            case JIT -> List.of(Engine.JIT);
            case ALL -> List.of(Engine.WGL, Engine.JIT);
            case CLOJURE, KNOSSOS -> List.of();
        };
    }

    private static Answer answerOf(LinearizabilityResult<?, ?> result) {
        return switch (result) {
            case Linearizable<?, ?> _ -> Answer.TRUE;
            case NotLinearizable<?, ?> _ -> Answer.FALSE;
            case Inconclusive<?, ?> _ -> Answer.UNKNOWN;
        };
    }

    /// What those say that came to an end; unknown if they disagree.
    private static Answer agreed(Map<String, Answer> opinions) {
        boolean isTrue = opinions.containsValue(Answer.TRUE);
        boolean isFalse = opinions.containsValue(Answer.FALSE);
        if (isTrue == isFalse) {
            return Answer.UNKNOWN;
        }
        return isTrue ? Answer.TRUE : Answer.FALSE;
    }

    private BooleanSupplier stop() {
        long deadline = System.nanoTime() + timeout.toNanos();
        return () -> System.nanoTime() - deadline > 0;
    }

    /// Time as asked for, and half of the memory that the process may still take.
    private Limits limits() {
        Runtime process = Runtime.getRuntime();
        long left = process.maxMemory() - process.totalMemory() + process.freeMemory();
        return new Limits(Long.MAX_VALUE, Math.max(1, left / 2), stop());
    }

    /// A history with the specification to judge it by.
    private record Judged<S, O>(
            String file,
            Keyed<S, O, dev.yank.model.spec.classic.Answer> spec,
            List<Entry<Keyed.At<O>, dev.yank.model.spec.classic.Answer>> entries) {

        LinearizabilityResult<?, ?> ask(Engine engine, Limits limits) {
            try {
                return LinearizabilityChecker.check(spec, entries, limits, engine);
            } catch (OutOfMemoryError e) {
                // States may be larger than the limits reckon with; with the search gone, there is room again.
                return new Inconclusive<>("Memory ran out; allow the process more, or judge a shorter history.");
            }
        }

        int parts() {
            return (int) entries.stream()
                    .map(entry -> spec.partition(entry.operation()))
                    .distinct()
                    .count();
        }

        Map<String, Answer> otherOpinions(EngineChoice choice, BooleanSupplier stop) {
            Map<String, Answer> opinions = new LinkedHashMap<>();
            if (choice == EngineChoice.CLOJURE || choice == EngineChoice.ALL) {
                opinions.put("clojure", opinion(ClojureEngine.ours(), stop));
            }
            if (choice == EngineChoice.KNOSSOS || choice == EngineChoice.ALL) {
                ClojureEngine.knossos().ifPresent(knossos -> opinions.put("knossos", opinion(knossos, stop)));
            }
            return opinions;
        }

        private Answer opinion(ClojureEngine engine, BooleanSupplier stop) {
            return switch (engine.check(spec, entries, stop)) {
                case LINEARIZABLE -> Answer.TRUE;
                case NOT_LINEARIZABLE -> Answer.FALSE;
                case UNKNOWN -> Answer.UNKNOWN;
            };
        }

        List<String> explanationLines(Limits limits) {
            List<String> lines = new ArrayList<>();
            new Explainer<>(spec, limits).explain(entries).ifPresent(why -> {
                lines.add("cannot be placed: " + line(why.cannotBePlaced()));
                why.sentences().forEach(sentence -> lines.add("  " + sentence));
                lines.add("shortest failing prefix: up to event " + why.prefixEnd());
                lines.add("longest linearizable prefix: up to the event before; an order of "
                        + why.longestPrefix().size() + " operations explains it, last:");
                List<String> last = why.longestPrefix().stream().map(this::line).toList();
                last.subList(Math.max(0, last.size() - 5), last.size()).forEach(text -> lines.add("  " + text));
                lines.add("fails alone, whatever the other operations do ("
                        + why.core().size() + " operations):");
                why.core().stream().limit(SHOWN_OPERATIONS).forEach(entry -> lines.add("  " + line(entry)));
                if (why.core().size() > SHOWN_OPERATIONS) {
                    lines.add("  and " + (why.core().size() - SHOWN_OPERATIONS) + " more");
                }
            });
            return lines;
        }

        /// The order, after it was checked by other means than it was found by.
        List<String> orderLines(List<? extends Entry<?, ?>> found) {
            List<Entry<Keyed.At<O>, dev.yank.model.spec.classic.Answer>> order = new ArrayList<>();
            List<String> lines = new ArrayList<>();
            Map<Entry<?, ?>, Entry<Keyed.At<O>, dev.yank.model.spec.classic.Answer>> known = new LinkedHashMap<>();
            entries.forEach(entry -> known.put(entry, entry));
            for (Entry<?, ?> entry : found) {
                var same = known.get(entry);
                if (same != null) {
                    order.add(same);
                }
            }
            lines.add(OrderVerifier.fault(spec, entries, order)
                    .map(fault -> "the order is wrong: " + fault)
                    .orElse("an order that explains it, checked:"));
            order.forEach(entry -> lines.add("  " + line(entry)));
            return lines;
        }

        private String line(Entry<Keyed.At<O>, dev.yank.model.spec.classic.Answer> entry) {
            var response = entry.response();
            return "process " + entry.process() + ", " + spec.describeOperation(entry.operation()) + ": "
                    + (response == null ? "lost" : spec.describeResponse(response)) + "  [events " + entry.invoked()
                    + ".." + (response == null ? "" : entry.completed()) + "]";
        }
    }
}

package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.check.FileVerdict.Answer;
import dev.yank.harness.check.FileVerdict.EngineAnswer;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.harness.format.ReadingStoppedException;
import dev.yank.harness.knossos.ClojureEngine;
import dev.yank.model.linearize.Engine;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Judges files one by one, each within limits of its own.
public final class HistoryCheck {

    /// Whether an order is printed where there is one.
    public enum Orders {
        /// It is.
        SHOWN,
        /// It is not.
        HIDDEN
    }

    private static final String DISAGREE =
            "The engines disagree; this is a fault of an engine, please report it with the file.";

    private static final String NOTHING = "The file holds no operations.";

    private final EngineChoice engine;
    private final Duration timeout;
    private final Orders orders;

    /// @param engine who judges
    /// @param timeout how long each file may take, reading included, and again as long to explain a violation
    /// @param orders whether an order is printed where there is one
    public HistoryCheck(EngineChoice engine, Duration timeout, Orders orders) {
        this.engine = engine;
        this.timeout = timeout;
        this.orders = orders;
    }

    /// Reads and judges a file. If a limit is reached, nothing is known about it, with a reason.
    ///
    /// @throws MalformedHistoryException at the first line that is not as expected
    /// @throws IOException if the file cannot be read at all
    public FileVerdict check(Path file, RecordedSpec<?, ?> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        Allowance allowance = Allowance.of(timeout);
        try {
            return judge(file, spec, partition, allowance);
        } catch (ReadingStoppedException e) {
            return FileVerdict.unknown(
                    String.valueOf(file), spec.name(), allowance.reason() + " Learned: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            allowance.hasRunOutOfMemory();
            return FileVerdict.unknown(
                    String.valueOf(file),
                    spec.name(),
                    allowance.reason() + " Learned: nothing, it was not read whole.");
        }
    }

    private <S, O> FileVerdict judge(Path file, RecordedSpec<S, O> one, Partition partition, Allowance allowance)
            throws IOException, MalformedHistoryException {
        var judged = new Judged<>(new Keyed<>(one), HistoryFiles.entries(file, partition, one, allowance));
        long start = System.nanoTime();
        Map<String, EngineAnswer> opinions = new LinkedHashMap<>();
        @Var List<String> order = List.of();
        for (Engine modelEngine : modelEngines()) {
            var result = judged.ask(modelEngine, allowance);
            opinions.put(modelEngine.word(), judged.answer(result, allowance));
            if (orders == Orders.SHOWN && order.isEmpty()) {
                order = judged.orderLines(result);
            }
        }
        opinions.putAll(clojureOpinions(judged, allowance));
        double millis = (System.nanoTime() - start) / 1e6;
        Answer answer = agreed(opinions);
        Optional<Why> why = answer == Answer.FALSE ? judged.why(timeout) : Optional.empty();
        return new FileVerdict(
                String.valueOf(file),
                one.name(),
                answer,
                judged.operations() == 0 ? NOTHING : reason(answer, opinions, why),
                judged.operations(),
                judged.parts(),
                millis,
                opinions,
                why,
                order);
    }

    private Map<String, EngineAnswer> clojureOpinions(Judged<?, ?> judged, Allowance allowance) {
        Map<String, EngineAnswer> opinions = new LinkedHashMap<>();
        if (engine == EngineChoice.CLOJURE || engine == EngineChoice.ALL) {
            opinions.put("clojure", judged.ask(ClojureEngine.ours(), allowance));
        }
        if (engine == EngineChoice.KNOSSOS || engine == EngineChoice.ALL) {
            ClojureEngine.knossos().ifPresent(knossos -> opinions.put("knossos", judged.ask(knossos, allowance)));
        }
        return opinions;
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

    /// What those say that came to an end; unknown if they disagree.
    private static Answer agreed(Map<String, EngineAnswer> opinions) {
        boolean isTrue = saysAny(opinions, Answer.TRUE);
        boolean isFalse = saysAny(opinions, Answer.FALSE);
        if (isTrue == isFalse) {
            return Answer.UNKNOWN;
        }
        return isTrue ? Answer.TRUE : Answer.FALSE;
    }

    private static boolean saysAny(Map<String, EngineAnswer> opinions, Answer answer) {
        return opinions.values().stream().anyMatch(opinion -> opinion.answer() == answer);
    }

    private static String reason(Answer answer, Map<String, EngineAnswer> opinions, Optional<Why> why) {
        return switch (answer) {
            case TRUE -> "";
            case FALSE -> why.isEmpty() ? "Why was not found out within the limits." : "";
            case UNKNOWN ->
                saysAny(opinions, Answer.TRUE)
                        ? DISAGREE
                        : opinions.values().stream()
                                .map(EngineAnswer::reason)
                                .findFirst()
                                .orElse("");
        };
    }
}

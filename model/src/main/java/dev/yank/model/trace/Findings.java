package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the judges of one execution found and which rules the execution exercised. Sentences are put together
/// only when somebody asks for them.
final class Findings {

    private record Raw(RuleId rule, int step, int rank, Function<TraceNames, String> sentence) {}

    private final List<Raw> found = new ArrayList<>();

    @Var
    private long witnessed;

    void clear() {
        if (!found.isEmpty()) {
            found.clear();
        }
        witnessed = 0;
    }

    void add(RuleId rule, int step, Function<TraceNames, String> sentence) {
        add(rule, step, 0, sentence);
    }

    /// Adds a finding before those of a higher rank: of several that are seen together, causes come first.
    void add(RuleId rule, int step, int rank, Function<TraceNames, String> sentence) {
        witness(rule);
        @Var int place = found.size();
        while (place > 0 && found.get(place - 1).rank > rank) {
            place--;
        }
        found.add(place, new Raw(rule, step, rank, sentence));
    }

    void witness(RuleId rule) {
        witnessed |= rule.bit();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    long witnessed() {
        return witnessed;
    }

    boolean names(RuleId rule) {
        return found.stream().anyMatch(raw -> raw.rule.equals(rule));
    }

    List<Finding> sentences(TraceNames names) {
        return found.stream()
                .map(raw -> new Finding(raw.rule, raw.sentence.apply(names), raw.step))
                .toList();
    }
}

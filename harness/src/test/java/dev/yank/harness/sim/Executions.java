package dev.yank.harness.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What came of the executions of an [Exploration], with the questions that tests ask.
public final class Executions {

    private final Map<String, Integer> findings = new TreeMap<>();
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Map<EventKind, Integer> events = new TreeMap<>();

    @Var
    private int count;

    @Var
    private int clean;

    Executions() {}

    void add(List<Finding> found, List<KernelEvent> trace, Set<String> sights) {
        count++;
        clean += found.isEmpty() ? 1 : 0;
        found.stream()
                .map(finding -> finding.rule() + ": " + finding.sentence())
                .distinct()
                .forEach(text -> findings.merge(text, 1, Integer::sum));
        sights.forEach(sight -> seen.merge(sight, 1, Integer::sum));
        trace.stream().map(KernelEvent::kind).distinct().forEach(kind -> events.merge(kind, 1, Integer::sum));
    }

    /// How many executions there were.
    public int count() {
        return count;
    }

    /// Expects that no execution broke a rule.
    public Executions findNothing() {
        assertThat(findings).isEmpty();
        assertThat(count).isPositive();
        return this;
    }

    /// Expects a finding in every execution, and no other.
    ///
    /// @param finding rule and beginning of the sentence, such as `K1: a task: spin_unlock`
    public Executions alwaysFind(String finding) {
        onlyFind(finding);
        assertThat(clean).as("executions without a finding").isZero();
        return this;
    }

    /// Expects a finding in some executions and not in others, and no other.
    public Executions sometimesFind(String finding) {
        onlyFind(finding);
        assertThat(clean).as("executions without a finding").isBetween(1, count - 1);
        return this;
    }

    /// Expects each of several findings in some execution, and no other.
    public Executions sometimesFindEach(String... expected) {
        for (String finding : expected) {
            assertThat(findings.keySet()).anySatisfy(found -> assertThat(found).startsWith(finding));
        }
        assertThat(findings.keySet())
                .allSatisfy(found -> assertThat(expected)
                        .anySatisfy(finding -> assertThat(found).startsWith(finding)));
        return this;
    }

    /// Expects that something was seen in some executions and not in others.
    public Executions sometimesSee(String what) {
        assertThat(seen.getOrDefault(what, 0)).as(what).isBetween(1, count - 1);
        return this;
    }

    /// Expects that something was seen in every execution.
    public Executions alwaysSee(String what) {
        assertThat(seen.getOrDefault(what, 0)).as(what).isEqualTo(count);
        return this;
    }

    /// Expects that something was never seen.
    public Executions neverSee(String what) {
        assertThat(seen).doesNotContainKey(what);
        return this;
    }

    /// Expects an event of that kind in some executions and not in others.
    public Executions sometimesTrace(EventKind kind) {
        assertThat(events.getOrDefault(kind, 0)).as("executions with %s", kind).isBetween(1, count - 1);
        return this;
    }

    private void onlyFind(String finding) {
        assertThat(findings.keySet())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).startsWith(finding));
    }
}

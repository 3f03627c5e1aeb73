package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.coverage.CoverageSum;
import dev.yank.model.rule.RuleId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up the units of a trial in their order, whoever finishes first, up to the one that ends the trial; so the
/// sum is the same however many workers there are. Workers come here once a unit.
final class Tally {

    private final SortedMap<Integer, Unit.Result> waiting = new TreeMap<>();
    private final SortedMap<RuleId, Long> seen = new TreeMap<>();
    private final SortedMap<Signature, SightingGroup> groups = new TreeMap<>();
    private final CoverageSum coverage = new CoverageSum();
    private final Unit.Goal goal;

    @Var
    private int next;

    @Var
    private long executions;

    @Var
    private long witnessed;

    @Var
    private long toFirst;

    @Var
    private Optional<Sighting> sought = Optional.empty();

    @Var
    private Optional<Sighting> other = Optional.empty();

    Tally(Unit.Goal goal) {
        this.goal = goal;
    }

    /// Unit `number` came to this.
    synchronized void add(int number, Unit.Result result) {
        waiting.put(number, result);
        while (!goal.isReachedBy(sought) && waiting.containsKey(next)) {
            include(waiting.remove(next));
            next++;
        }
    }

    private void include(Unit.Result result) {
        if (sought.isEmpty() && result.sought().isPresent()) {
            sought = result.sought();
            toFirst = executions + result.sought().get().execution();
        }
        other = other.isEmpty() ? result.other() : other;
        result.groups()
                .forEach((signature, group) ->
                        groups.merge(signature, group.after(executions), (before, _) -> before.and(group, executions)));
        executions += result.executions();
        witnessed |= result.witnessed();
        result.seen().forEach((rule, count) -> seen.merge(rule, count, Long::sum));
        coverage.add(result.coverage());
    }

    synchronized long executions() {
        return executions;
    }

    /// The rules that were exercised, as bits.
    synchronized long witnessed() {
        return witnessed;
    }

    /// The number of the execution that first broke the rule that is sought; 0 if none did.
    synchronized long toFirst() {
        return toFirst;
    }

    /// The first that broke the rule that is sought; else the first that broke another.
    synchronized Optional<Sighting> sighting() {
        return sought.isPresent() ? sought : other;
    }

    /// How many executions broke each rule.
    synchronized SortedMap<RuleId, Long> seen() {
        return new TreeMap<>(seen);
    }

    /// The findings by what they have in common.
    synchronized SortedMap<Signature, SightingGroup> groups() {
        return new TreeMap<>(groups);
    }

    synchronized Coverage coverage() {
        return coverage.sum();
    }
}

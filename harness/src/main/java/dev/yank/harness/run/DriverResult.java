package dev.yank.harness.run;

import dev.yank.harness.coverage.Coverage;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/// What a run says about one driver.
///
/// @param driver the driver
/// @param verdict what is concluded
/// @param executions how many executions there were
/// @param seconds how long they took, in seconds of wall time, shrinking left out
/// @param toFirst the number of the execution, from 1, that first broke the rule of the verdict; 0 where none
/// did
/// @param seen how many executions broke each rule
/// @param witnessed the rules that were exercised
/// @param coverage what was exercised, and how it grew
/// @param groups the findings by what they have in common, in the order in which they were first seen
/// @param counterexample the evidence, where a rule was broken
public record DriverResult(
        DriverUnderTest driver,
        Verdict verdict,
        long executions,
        double seconds,
        long toFirst,
        SortedMap<RuleId, Long> seen,
        SortedSet<RuleId> witnessed,
        Coverage coverage,
        List<FindingGroup> groups,
        Optional<Counterexample> counterexample) {

    /// Whether the verdict is the one that was expected.
    public boolean asExpected() {
        return switch (verdict) {
            case Verdict.Conforms _ -> driver.breaks().isEmpty();
            case Verdict.Violates violates ->
                driver.breaks().isPresent()
                        && violates.findings().stream()
                                .anyMatch(finding ->
                                        finding.rule().equals(driver.breaks().get()));
            case Verdict.Inconclusive _ -> false;
        };
    }

    /// The verdict in words: `conforms`, `violates` or `inconclusive`.
    public String verdictWord() {
        return switch (verdict) {
            case Verdict.Conforms _ -> "conforms";
            case Verdict.Violates _ -> "violates";
            case Verdict.Inconclusive _ -> "inconclusive";
        };
    }

    /// The rule that is broken, where one is.
    public Optional<RuleId> rule() {
        return verdict instanceof Verdict.Violates violates
                ? Optional.of(violates.findings().getFirst().rule())
                : Optional.empty();
    }

    /// The rules that no execution exercised, in the order of the book: of these the run says nothing, whatever the
    /// verdict.
    public List<RuleId> inconclusive() {
        return RuleBook.rules().stream()
                .map(Rule::id)
                .filter(rule -> !witnessed.contains(rule))
                .toList();
    }

    /// Executions a second.
    public double rate() {
        return seconds <= 0 ? 0 : executions / seconds;
    }
}

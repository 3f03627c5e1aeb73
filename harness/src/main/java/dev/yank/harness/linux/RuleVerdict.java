package dev.yank.harness.linux;

import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is said of one rule after a campaign.
///
/// @param rule the rule
/// @param witnesses how often it was put to the test
/// @param signatures the confirmed bugs that break it
/// @param suspicions how many more were seen, and not again
/// @param expected what was expected of this kernel, if anything was
public record RuleVerdict(
        RuleId rule, long witnesses, List<String> signatures, long suspicions, Optional<String> expected) {

    private static final List<String> ALWAYS =
            List.of("R8", "R20", "R21", "R22", "R29", "R31", "R32", "R33", "R34", "R37", "L1");

    /// Copies the signatures.
    public RuleVerdict(
            RuleId rule, long witnesses, List<String> signatures, long suspicions, Optional<String> expected) {
        this.rule = rule;
        this.witnesses = witnesses;
        this.signatures = List.copyOf(signatures);
        this.suspicions = suspicions;
        this.expected = expected;
    }

    /// The verdicts on all rules that were judged, in the order of the rule book.
    public static List<RuleVerdict> of(CampaignResult result) {
        Map<RuleId, List<String>> broken = new TreeMap<>();
        result.found().stream()
                .filter(Found::isConfirmed)
                .forEach(found -> found.accusation()
                        .rules()
                        .forEach(rule -> broken.computeIfAbsent(rule, _ -> new ArrayList<>())
                                .add(found.signature())));
        var rules = new TreeSet<RuleId>(broken.keySet());
        ALWAYS.forEach(rule -> rules.add(RuleId.parse(rule)));
        result.found().forEach(found -> rules.add(found.accusation().rule()));
        Expectations expectations = Expectations.ofProject();
        return rules.stream()
                .map(rule -> new RuleVerdict(
                        rule,
                        result.witnesses().getOrDefault(rule.text(), 0L),
                        broken.getOrDefault(rule, List.of()),
                        result.found().stream()
                                .filter(found -> !found.isConfirmed()
                                        && found.accusation().rule().equals(rule))
                                .count(),
                        expectations.of(result.image().flavour(), result.subject(), rule)))
                .toList();
    }

    /// `violates`, `conforms`, or `inconclusive` where the rule was never put to the test, or something was seen that
    /// could not be repeated.
    public String word() {
        return !signatures.isEmpty() ? "violates" : witnesses > 0 && suspicions == 0 ? "conforms" : "inconclusive";
    }

    /// Whether it is as expected; a rule of which nothing is expected should not be broken, and one of which
    /// `sometimes` is expected is broken in races that a run may miss.
    public boolean isAsExpected() {
        return expected.filter("sometimes"::equals).isPresent()
                || word().equals(expected.orElse("conforms"))
                || (expected.isEmpty() && word().equals("inconclusive"));
    }
}

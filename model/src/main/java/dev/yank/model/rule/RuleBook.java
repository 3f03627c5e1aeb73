package dev.yank.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Every rule there is, in the order of the identifiers.
///
/// Documentation and tables are made from this book or checked against it.
public final class RuleBook {

    /// The rules that something decides today.
    private static final List<String> JUDGED = List.of(
            "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15", "R16",
            "R17", "R18", "R19", "R20", "R21", "R22", "R23", "R24", "R25", "R26", "R27", "R28", "R29", "R30", "R31",
            "R32", "R33", "R34", "R35", "R36", "R37", "R38", "R39", "R40", "R41", "R42", "R43", "R44", "R45", "K1",
            "K2", "K3", "L1");

    private static final List<Rule> IN_ORDER = collect();

    private RuleBook() {}

    /// All rules, R1 to R45 and then our own, K1 to K3 and L1.
    public static List<Rule> rules() {
        return IN_ORDER;
    }

    /// The rule with an identifier; every identifier has one.
    public static Rule rule(RuleId id) {
        return find(id.text()).orElseThrow(() -> new IllegalStateException("The rule book lacks " + id + "."));
    }

    /// The rule with an identifier given as text, or nothing if the text names no rule exactly.
    public static Optional<Rule> find(String id) {
        return IN_ORDER.stream().filter(rule -> rule.id().text().equals(id)).findFirst();
    }

    private static List<Rule> collect() {
        List<Rule> stated = new ArrayList<>(RulesOfBinding.ALL);
        stated.addAll(RulesOfRemoval.ALL);
        TreeMap<RuleId, Rule> rules = new TreeMap<>();
        for (Rule rule : stated) {
            boolean judged = JUDGED.contains(rule.id().text());
            rules.put(rule.id(), judged ? rule.with(Judgement.JUDGED) : rule);
        }
        return List.copyOf(rules.values());
    }
}

package dev.yank.harness.linux;

import dev.yank.model.rule.RuleId;
import java.util.List;

/// One rule broken in one run of a program.
///
/// @param rule the rule
/// @param signature what makes two accusations the same bug as far as can be told
/// @param sentence what happened
/// @param about the actions in which somebody slept or hung, if it is about that
/// @param evidence lines of the kernel: of its log, or where it slept
public record Accusation(RuleId rule, String signature, String sentence, List<String> about, List<String> evidence) {

    /// The rules that it breaks: a device that is freed before its last file is also state that a file still reaches.
    public List<RuleId> rules() {
        return rule.text().equals("R39") ? List.of(rule, RuleId.parse("R34")) : List.of(rule);
    }

    /// Copies the lists.
    public Accusation(RuleId rule, String signature, String sentence, List<String> about, List<String> evidence) {
        this.rule = rule;
        this.signature = signature;
        this.sentence = sentence;
        this.about = List.copyOf(about);
        this.evidence = List.copyOf(evidence);
    }
}

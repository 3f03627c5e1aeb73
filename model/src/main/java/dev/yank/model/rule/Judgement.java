package dev.yank.model.rule;

/// Whether anything decides a rule today.
public enum Judgement {
    /// A judge exists and can report a finding for the rule.
    JUDGED,
    /// The rule is stated, and nothing decides it yet; it can be neither violated nor held.
    NOT_YET
}

package dev.yank.model.rule;

/// One value of a policy knob.
public interface Choice {

    /// The value as it is written in a policy, such as `calls-in-flight`.
    String text();

    /// Who answers so, or who asked for it.
    String whoSays();
}

package dev.yank.harness.run;

/// When a trial is over before its budget is.
public enum KeepGoing {
    /// Once the rule is broken that the driver is known to break. Where none is known, never.
    UNTIL_CAUGHT,
    /// Once the rule is broken that the driver is known to break, or, where none is known, any rule.
    UNTIL_BROKEN,
    /// Never: every bug that shows itself is listed.
    ALWAYS
}

package dev.yank.reports.allure;

import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What kind of wrong a rule is broken by: the categories of the report, and how severe each is.
///
/// Severe in the first degree is what corrupts memory, in the second what hangs, or touches a device that
/// is gone; what only answers wrongly or keeps too much is normal.
enum Oracle {
    COUNTS("reference counts", Severity.BLOCKER, "R1", "R2", "R3", "R4", "R6"),
    FREED_MEMORY(
            "use after free",
            Severity.BLOCKER,
            "R7",
            "R24",
            "R26",
            "R34",
            "R35",
            "R36",
            "R37",
            "R38",
            "R39",
            "R40",
            "R42",
            "R45"),
    OWNERSHIP("ownership and drvdata", Severity.BLOCKER, "R12", "R13", "R14", "R15", "R16", "R17", "R18"),
    DEVICE("access to the device", Severity.CRITICAL, "R23", "R33", "R43", "R44"),
    ENTRIES("entries, exits and releases", Severity.CRITICAL, "R19", "R21", "R25", "R27", "R30", "R31"),
    WAITING("waiting for ever", Severity.CRITICAL, "R22", "R29", "R32", "R41"),
    RACES("data races", Severity.CRITICAL, "K2"),
    LOCKS("lock order", Severity.CRITICAL, "K3"),
    KERNEL("rules of the kernel", Severity.CRITICAL),
    LEAKS("leaks and unwinding", Severity.NORMAL, "R5", "R8", "R9", "R10", "R11", "R28"),
    ANSWERS("answers of dead devices", Severity.NORMAL, "R20"),
    LINEARIZABILITY("linearizability", Severity.NORMAL, "L1");

    /// Allure's words.
    enum Severity {
        BLOCKER,
        CRITICAL,
        NORMAL
    }

    private final String title;
    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> rules;

    Oracle(String title, Severity severity, String... rules) {
        this.title = title;
        this.severity = severity;
        this.rules = List.of(rules);
    }

    /// The oracle that reports a rule; what no other does is among the rules of the kernel.
    static Oracle of(Rule rule) {
        return Arrays.stream(values())
                .filter(oracle -> oracle.rules.contains(rule.id().text()))
                .findFirst()
                .orElse(KERNEL);
    }

    /// Its name in prose.
    String title() {
        return title;
    }

    /// The severity of its rules, as Allure writes it.
    String severity() {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /// A regular expression for any of its rules.
    String anyRule() {
        return RuleBook.rules().stream()
                .filter(rule -> of(rule) == this)
                .map(rule -> rule.id().text())
                .collect(Collectors.joining("|", "(?:", ")"));
    }
}

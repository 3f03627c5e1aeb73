package dev.yank.model.rule;

import java.util.List;

/// What is said of a driver after a trial. Inconclusive is never shown or counted as conforming.
public sealed interface Verdict {

    /// No finding, and every rule that was asked for was exercised.
    record Conforms() implements Verdict {}

    /// At least one rule was broken.
    ///
    /// @param findings what was broken, in the order of the steps; never empty
    record Violates(List<Finding> findings) implements Verdict {

        /// Copies the findings, and refuses an accusation without one.
        public Violates(List<Finding> findings) {
            this.findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("A verdict that violates needs at least one finding.");
            }
        }
    }

    /// Nothing can be said.
    ///
    /// @param reason why: a budget that ran out, or a rule that was never exercised
    record Inconclusive(String reason) implements Verdict {}
}

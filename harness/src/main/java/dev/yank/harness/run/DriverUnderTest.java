package dev.yank.harness.run;

import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import java.util.Optional;

/// A driver and what it promises.
///
/// @param name its short name, such as `pl061-rust-revocable`
/// @param className the class that it is loaded from
/// @param device what it drives
/// @param policy its choices among the policies
/// @param breaks the rule that it is known to break; empty for a driver that is expected to conform
/// @param summary one sentence about it
public record DriverUnderTest(
        String name, String className, DeviceUnderTest device, Policy policy, Optional<RuleId> breaks, String summary) {

    /// The expected verdict in words, such as `violates R34`.
    public String expectation() {
        return breaks.map(rule -> "violates " + rule).orElse("conforms");
    }

    /// Whether it is there to be caught in every run.
    public boolean isCanary() {
        return name.equals("canary");
    }
}

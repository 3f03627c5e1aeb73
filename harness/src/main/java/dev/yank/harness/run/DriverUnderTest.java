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

    private static final String PROJECT = "dev.yank.drivers.";

    /// The family of the driver: drivers that were written around one mechanism share a package. For those
    /// of the project its name begins with the device, such as `pl061 gpiolib`.
    public String family() {
        String room = className.substring(0, Math.max(0, className.lastIndexOf('.')));
        String known = room.startsWith(PROJECT) ? room.substring(PROJECT.length()) : room;
        return known.isEmpty() ? "drivers in no package" : known.replace('.', ' ');
    }

    /// The expected verdict in words, such as `violates R34`.
    public String expectation() {
        return breaks.map(rule -> "violates " + rule).orElse("conforms");
    }

    /// Whether it is there to be caught in every run.
    public boolean isCanary() {
        return name.equals("canary");
    }
}

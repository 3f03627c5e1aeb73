package dev.yank.reports;

import dev.yank.harness.coverage.Coverage;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.ProcessId;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// Runs made up for tests.
public final class Runs {

    private Runs() {}

    /// A driver that conforms, as expected.
    public static DriverResult conforms(String name) {
        return result(driver(name, Optional.empty()), new Verdict.Conforms(), 0, Optional.empty());
    }

    /// A driver that conforms and met one rule.
    public static DriverResult meets(String name, String rule) {
        DriverResult silent = conforms(name);
        return new DriverResult(
                silent.driver(),
                silent.verdict(),
                silent.executions(),
                silent.seconds(),
                silent.toFirst(),
                silent.seen(),
                new TreeSet<>(List.of(RuleId.parse(rule))),
                silent.coverage(),
                silent.groups(),
                silent.counterexample());
    }

    /// A driver that broke the rule of a counterexample, of which it was known or not.
    public static DriverResult violates(Counterexample counterexample) {
        var verdict = new Verdict.Violates(List.of(counterexample.finding()));
        return result(counterexample.driver(), verdict, 1_017, Optional.of(counterexample));
    }

    /// A driver that is known to break a rule and was not caught.
    public static DriverResult survives(String name, String rule) {
        return result(driver(name, Optional.of(RuleId.parse(rule))), new Verdict.Conforms(), 0, Optional.empty());
    }

    /// A driver about which nothing can be said.
    public static DriverResult inconclusive(String name) {
        var verdict = new Verdict.Inconclusive("R24 was never exercised.");
        return result(driver(name, Optional.empty()), verdict, 0, Optional.empty());
    }

    /// A counterexample against a driver that was expected to conform.
    public static Counterexample against(String name, Counterexample found) {
        return with(name, found, found.history(), found.token());
    }

    /// Another program that breaks the same rule.
    public static Counterexample otherToken(String name) {
        Counterexample found = Examples.blockedReader();
        return with(name, found, found.history(), "y1.another");
    }

    /// A counterexample whose history is no plain data.
    public static Counterexample thatCannotBeWritten() {
        Event event = new Event(new ProcessId(0), EventType.INVOKE, "probe", new Object(), 0, 0);
        Counterexample found = Examples.blockedReader();
        return with("pl061-hopeful", found, new History(List.of(event)), found.token());
    }

    private static Counterexample with(String name, Counterexample found, History history, String token) {
        return new Counterexample(
                driver(name, Optional.empty()),
                found.finding(),
                found.program(),
                found.schedule(),
                found.operations(),
                history,
                found.trace(),
                found.backdrop(),
                found.tasks(),
                found.objects(),
                found.origin(),
                token,
                "");
    }

    /// One driver of each kind.
    public static RunResult mixed() {
        return run(
                conforms("pl061-rust-revocable"),
                violates(Examples.useAfterFree()),
                violates(Examples.deadlock()),
                violates(against("pl061-hopeful", Examples.blockedReader())),
                survives("pl061-lucky", "R24"),
                inconclusive("pl061-idle"));
    }

    /// A run that came to its end.
    public static RunResult run(DriverResult... drivers) {
        return new RunResult(42, Completeness.COMPLETE, List.of(drivers));
    }

    private static DriverUnderTest driver(String name, Optional<RuleId> breaks) {
        return new DriverUnderTest(
                name,
                "dev.yank.drivers.Example",
                DeviceUnderTest.PL061,
                Policy.DEFAULT,
                breaks,
                "A driver made up for this test.");
    }

    private static DriverResult result(
            DriverUnderTest driver, Verdict verdict, long toFirst, Optional<Counterexample> counterexample) {
        return new DriverResult(
                driver,
                verdict,
                1_234_567,
                6.5,
                toFirst,
                new TreeMap<>(),
                new TreeSet<>(),
                Coverage.NONE,
                List.of(),
                counterexample);
    }
}

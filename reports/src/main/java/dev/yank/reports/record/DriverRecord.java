package dev.yank.reports.record;

import dev.yank.harness.coverage.GrowthPoint;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import dev.yank.reports.text.FileNames;
import dev.yank.reports.text.Numbers;
import dev.yank.reports.text.Timeline;
import java.util.List;
import java.util.Optional;

/// What a run says about one driver.
///
/// @param name its short name
/// @param device what it drives
/// @param family the drivers around the same mechanism
/// @param breaks the rule that it is known to break; empty for none
/// @param verdict `conforms`, `violates` or `inconclusive`
/// @param rule the rule that was broken; empty for none
/// @param sentence how it was broken, or why nothing can be said; empty where the driver conforms
/// @param isExpected whether the verdict is the one that was expected
/// @param executions how many there were
/// @param rate executions a second
/// @param toFirst the execution that first broke the rule; 0 where none did
/// @param witnessed the rules that were exercised
/// @param strategy which strategy found the violation; empty where there is none
/// @param size how big the counterexample is; empty where there is none
/// @param command replays the counterexample; empty where there is none
/// @param file the name that the files of its counterexample have, without the ending
/// @param growth how the number of distinct histories and of orderings grew
public record DriverRecord(
        String name,
        String device,
        String family,
        String breaks,
        String verdict,
        String rule,
        String sentence,
        boolean isExpected,
        long executions,
        double rate,
        long toFirst,
        List<String> witnessed,
        String strategy,
        String size,
        String command,
        String file,
        List<GrowthPoint> growth) {

    /// The record of a result.
    static DriverRecord of(DriverResult result) {
        Optional<Counterexample> found = result.counterexample();
        return new DriverRecord(
                result.driver().name(),
                result.driver().device().label(),
                result.driver().family(),
                text(result.driver().breaks()),
                result.verdictWord(),
                text(result.rule()),
                sentence(result),
                result.asExpected(),
                result.executions(),
                result.rate(),
                result.toFirst(),
                result.witnessed().stream().map(RuleId::text).toList(),
                found.map(one -> one.origin().strategy()).orElse(""),
                found.map(one -> Numbers.sizes(
                                one.program().size(),
                                one.schedule().preemptions().size()))
                        .orElse(""),
                found.map(Counterexample::replayCommand).orElse(""),
                FileNames.of(result.driver().name()),
                result.coverage().growth());
    }

    private static String text(Optional<RuleId> rule) {
        return rule.map(RuleId::text).orElse("");
    }

    private static String sentence(DriverResult result) {
        return switch (result.verdict()) {
            case Verdict.Conforms _ -> "";
            case Verdict.Violates violates ->
                result.counterexample()
                        .map(found -> Timeline.of(found).sentence())
                        .orElse(violates.findings().getFirst().sentence());
            case Verdict.Inconclusive inconclusive -> inconclusive.reason();
        };
    }
}

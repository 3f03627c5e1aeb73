package dev.yank.harness.linux;

import dev.yank.model.spec.node.NodeSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a campaign found out, in words.
public final class CampaignText {

    private static final int MOST_OVERLAPS = 12;

    private CampaignText() {}

    /// Everything: the verdict on each rule, each finding, and which overlaps were reached.
    public static String of(CampaignResult result) {
        var text = new StringBuilder();
        text.append("""
            target    linux, %s, Linux %s
            subject   %s, policy %s
            booted    %s
            performed %,d programs, %,d operations judged, %,d removals, %,d overlaps
            cost      %.1f s of QEMU's CPU, %,.0f operations judged a second of it
            guests    %d starts from the snapshot, %d programs that left one hanging
            """.formatted(
                        result.image().flavour(),
                        result.image().release(),
                        result.subject().name(),
                        result.subject().policy(),
                        result.image().bootOptions(),
                        result.programs(),
                        result.operations(),
                        result.removals(),
                        result.coverage().overlapped(),
                        result.cpuSeconds(),
                        result.operations() / Math.max(0.01, result.cpuSeconds()),
                        result.starts(),
                        result.lost()));
        text.append(
                switch (result.end()) {
                    case IN_TIME -> "";
                    case EARLY -> "ended early: what follows is what was known then\n";
                    case NOT_YET -> "goes on: what follows is what is known by now\n";
                });
        text.append('\n').append(matrix(result)).append('\n');
        result.found().forEach(found -> text.append(finding(result, found)).append('\n'));
        return text.append(overlaps(result.coverage())).toString();
    }

    /// A line for each rule.
    static String matrix(CampaignResult result) {
        var lines = new StringBuilder("rule  verdict       put to the test  expected      found\n");
        lines.append("----  ------------  ---------------  ------------  -----\n");
        for (RuleVerdict verdict : RuleVerdict.of(result)) {
            lines.append(String.format(
                            Locale.ROOT,
                            "%-4s  %-12s  %,15d  %-12s  %s",
                            verdict.rule(),
                            verdict.word(),
                            verdict.witnesses(),
                            verdict.expected().orElse("-"),
                            String.join("; ", verdict.signatures()))
                    .stripTrailing());
            lines.append('\n');
        }
        return lines.toString();
    }

    /// One bug, whole.
    static String finding(CampaignResult result, Found found) {
        Accusation accusation = found.accusation();
        var text = new StringBuilder(accusation.rule() + " violated: " + accusation.sentence() + "\n");
        text.append("  signature    ").append(found.signature()).append('\n');
        text.append("  found        program ")
                .append(found.program())
                .append(", seen ")
                .append(found.times())
                .append(" times, shrunk from ")
                .append(found.first().program().size())
                .append(" operations to ")
                .append(found.smallest().program().size())
                .append('\n');
        if (!found.blamed().isEmpty()) {
            text.append("  comes with   ")
                    .append(String.join(" or ", new TreeSet<>(found.blamed())))
                    .append('\n');
        }
        text.append("  reliability  ")
                .append(found.reliability().map(Reliability::toString).orElse("not measured"))
                .append(found.reliability().isPresent() ? " runs from the snapshot" : "")
                .append("\n\n");
        text.append(history(found.smallest()));
        if (!accusation.evidence().isEmpty()) {
            text.append("\n  the kernel\n");
            accusation.evidence().stream()
                    .limit(40)
                    .forEach(line -> text.append("    ").append(line).append('\n'));
        }
        var token = new ProgramToken(
                result.image().flavour(),
                result.subject(),
                Optional.of(found.signature()),
                found.smallest().program());
        return text.append("\n  replay       ./yank replay ")
                .append(token.text())
                .append("\n")
                .toString();
    }

    /// What was performed, with times in microseconds.
    static String history(Sighting sighting) {
        List<Performed> history = sighting.history();
        var text = new StringBuilder("  from (µs)      to (µs)  process  operation\n");
        if (history.isEmpty()) {
            return text.toString();
        }
        long begin = history.getFirst().invoked();
        for (Performed one : history) {
            String end = one.isCompleted() ? "" + (one.completed() - begin) / 1000 : "never";
            String answer = one.isCompleted() ? NodeSpec.word(one.answer()) : "pending";
            text.append(String.format(
                            Locale.ROOT,
                            "  %9d %12s  %7d  %s -> %s%s",
                            (one.invoked() - begin) / 1000,
                            end,
                            one.process(),
                            one.name(),
                            answer,
                            one.hung() ? "  <- hung" : ""))
                    .append('\n');
        }
        return text.toString();
    }

    private static String overlaps(Coverage coverage) {
        String most = coverage.overlaps().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_OVERLAPS)
                .map(one -> String.format(Locale.ROOT, "  %,10d  %s", one.getValue(), one.getKey()))
                .collect(Collectors.joining("\n"));
        return "overlaps reached: " + coverage.overlaps().size() + " kinds, most often\n" + most + "\n";
    }
}

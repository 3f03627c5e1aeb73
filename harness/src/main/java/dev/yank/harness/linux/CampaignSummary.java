package dev.yank.harness.linux;

import dev.yank.model.spec.node.NodeSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a campaign found out, as far as pages need it.
///
/// @param guest architecture and line of kernels, such as `arm64-6.1`
/// @param release the kernel's own name
/// @param subject which driver
/// @param policy what it promises
/// @param bootOptions how the kernel was booted
/// @param end how far the campaign has come
/// @param operations how many were judged
/// @param removals how often the device was taken away
/// @param overlaps how often an operation overlapped that
/// @param cpuSeconds processor time of QEMU
/// @param rules the verdicts
/// @param findings the bugs
public record CampaignSummary(
        String guest,
        String release,
        String subject,
        String policy,
        String bootOptions,
        String end,
        long operations,
        long removals,
        long overlaps,
        double cpuSeconds,
        List<RuleLine> rules,
        List<Finding> findings) {

    /// The name of its file.
    public static final String FILE = "campaign.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The verdict on a rule.
    ///
    /// @param rule the rule
    /// @param verdict `conforms`, `violates` or `inconclusive`
    /// @param witnesses how often it was put to the test
    /// @param expected what was expected, or nothing
    public record RuleLine(String rule, String verdict, long witnesses, String expected) {}

    /// A bug.
    ///
    /// @param rule which rule it breaks
    /// @param signature what makes it the same bug
    /// @param sentence what happened
    /// @param reliability how often its program showed it
    /// @param times how often it was seen
    /// @param comesWith the kinds of actions that are blamed for it
    /// @param file the name of its files, without ending
    /// @param log what the kernel said
    /// @param timeline what was performed, in the order of the beginnings
    public record Finding(
            String rule,
            String signature,
            String sentence,
            String reliability,
            long times,
            List<String> comesWith,
            String file,
            List<LogLine> log,
            List<Bar> timeline) {}

    /// A line of the kernel.
    ///
    /// @param text the line
    /// @param isDecisive whether it says what is wrong, or where
    public record LogLine(String text, boolean isDecisive) {}

    /// An operation, in per cent of the time of its program.
    ///
    /// @param process whose
    /// @param operation what
    /// @param answer what was answered
    /// @param isHung whether it hung
    /// @param left when it began
    /// @param width how long it took
    /// @param time both in microseconds
    public record Bar(
            int process, String operation, String answer, boolean isHung, double left, double width, String time) {}

    /// Copies the lists.
    public CampaignSummary(
            String guest,
            String release,
            String subject,
            String policy,
            String bootOptions,
            String end,
            long operations,
            long removals,
            long overlaps,
            double cpuSeconds,
            List<RuleLine> rules,
            List<Finding> findings) {
        this.guest = guest;
        this.release = release;
        this.subject = subject;
        this.policy = policy;
        this.bootOptions = bootOptions;
        this.end = end;
        this.operations = operations;
        this.removals = removals;
        this.overlaps = overlaps;
        this.cpuSeconds = cpuSeconds;
        this.rules = List.copyOf(rules);
        this.findings = List.copyOf(findings);
    }

    /// The summary of what is known of a campaign.
    static CampaignSummary of(CampaignResult result) {
        return new CampaignSummary(
                result.image().flavour().text(),
                result.image().release(),
                result.subject().name(),
                result.subject().policy().toString(),
                result.image().bootOptions(),
                result.end().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                result.operations(),
                result.removals(),
                result.coverage().overlapped(),
                result.cpuSeconds(),
                RuleVerdict.of(result).stream()
                        .map(verdict -> new RuleLine(
                                verdict.rule().text(),
                                verdict.word(),
                                verdict.witnesses(),
                                verdict.expected().orElse("")))
                        .toList(),
                result.found().stream().map(CampaignSummary::finding).toList());
    }

    private static Finding finding(Found found) {
        Accusation accusation = found.accusation();
        String where = found.signature().substring(found.signature().lastIndexOf(' ') + 1);
        return new Finding(
                accusation.rule().text(),
                found.signature(),
                accusation.sentence(),
                found.reliability().map(Reliability::toString).orElse("not measured"),
                found.times(),
                found.blamed().stream().sorted().toList(),
                CampaignFiles.name(found),
                accusation.evidence().stream()
                        .map(line -> new LogLine(line, KernelLog.begins(line) || line.contains(where + "+")))
                        .toList(),
                timeline(found.smallest().history()));
    }

    private static List<Bar> timeline(List<Performed> history) {
        long begin = history.stream().mapToLong(Performed::invoked).min().orElse(0);
        long last = history.stream()
                .mapToLong(one -> one.isCompleted() ? one.completed() : one.invoked())
                .max()
                .orElse(0);
        double whole = Math.max(1, last - begin);
        return history.stream()
                .map(one -> {
                    long end = one.isCompleted() ? one.completed() : last;
                    String until = one.isCompleted() ? "" + (end - begin) / 1000 : "never";
                    return new Bar(
                            one.process(),
                            one.name(),
                            one.isCompleted() ? NodeSpec.word(one.answer()) : "pending",
                            one.hung(),
                            rounded(100 * (one.invoked() - begin) / whole),
                            rounded(Math.max(0.3, 100 * (end - one.invoked()) / whole)),
                            (one.invoked() - begin) / 1000 + " to " + until + " µs");
                })
                .toList();
    }

    private static double rounded(double per) {
        return Math.round(per * 100) / 100.0;
    }

    /// As text, ending in a line feed.
    String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /// The summary that a campaign has left in a folder, if one has.
    ///
    /// @throws IOException with one sentence where it is damaged
    public static Optional<CampaignSummary> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), CampaignSummary.class));
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged; run ./yank stress --target linux again.", e);
        }
    }
}

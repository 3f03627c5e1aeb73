package dev.yank.reports;

import dev.yank.harness.linux.CampaignSummary;
import dev.yank.harness.linux.CampaignSummary.Finding;
import dev.yank.harness.linux.CampaignSummary.RuleLine;
import dev.yank.reports.pages.Pages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What was found out about stock kernels: each rule for each kernel and subject, and each bug.
public final class KernelsPage {

    /// The name of its file.
    static final String FILE = "kernels.html";

    /// A row of the matrix: a rule, and its verdicts in the order of the campaigns.
    ///
    /// @param rule the rule
    /// @param cells one a campaign
    public record Row(String rule, List<RuleLine> cells) {}

    /// A bug with the campaigns that have seen it.
    ///
    /// @param signature what makes it one bug
    /// @param seen where
    public record Bug(String signature, List<Seen> seen) {}

    /// A bug in one campaign.
    ///
    /// @param campaign which
    /// @param folder where its files are
    /// @param finding the bug
    /// @param reproducer the C program, or nothing
    /// @param replay the command, or nothing
    public record Seen(CampaignSummary campaign, String folder, Finding finding, String reproducer, String replay) {}

    private KernelsPage() {}

    /// Writes the page.
    ///
    /// @param campaigns the folder that has a folder for each campaign
    /// @return whether there was anything to show
    /// @throws IOException with one sentence
    static boolean write(Path campaigns, Path page) throws IOException {
        if (!Files.isDirectory(campaigns)) {
            return false;
        }
        Map<String, CampaignSummary> known = new TreeMap<>();
        try (Stream<Path> folders = Files.list(campaigns)) {
            for (Path folder : folders.sorted().toList()) {
                CampaignSummary.in(folder)
                        .ifPresent(summary -> known.put(folder.getFileName().toString(), summary));
            }
        }
        if (known.isEmpty()) {
            return false;
        }
        List<CampaignSummary> all = List.copyOf(known.values());
        Files.writeString(
                page,
                Pages.page("kernels", Map.of("campaigns", all, "rows", rows(all), "bugs", bugs(campaigns, known))));
        return true;
    }

    private static List<Row> rows(List<CampaignSummary> campaigns) {
        return campaigns.stream()
                .flatMap(campaign -> campaign.rules().stream())
                .map(RuleLine::rule)
                .distinct()
                .sorted(Comparator.comparing((String rule) -> rule.replaceAll("[0-9]", ""))
                        .thenComparingInt(rule -> Integer.parseInt("0" + rule.replaceAll("[^0-9]", ""))))
                .map(rule -> new Row(
                        rule,
                        campaigns.stream().map(campaign -> cell(campaign, rule)).toList()))
                .toList();
    }

    private static RuleLine cell(CampaignSummary campaign, String rule) {
        return campaign.rules().stream()
                .filter(line -> line.rule().equals(rule))
                .findFirst()
                .orElse(new RuleLine(rule, "inconclusive", 0, ""));
    }

    private static List<Bug> bugs(Path folder, Map<String, CampaignSummary> campaigns) throws IOException {
        Map<String, List<Seen>> bugs = new TreeMap<>();
        for (Map.Entry<String, CampaignSummary> campaign : campaigns.entrySet()) {
            for (Finding finding : campaign.getValue().findings()) {
                Path files = folder.resolve(campaign.getKey());
                String replay = text(files.resolve(finding.file() + ".txt"))
                        .flatMap(text -> text.lines()
                                .filter(line -> line.contains("./yank replay "))
                                .findFirst())
                        .map(line -> line.substring(line.indexOf("./yank")))
                        .orElse("");
                bugs.computeIfAbsent(finding.signature(), _ -> new ArrayList<>())
                        .add(new Seen(
                                campaign.getValue(),
                                "linux/" + campaign.getKey(),
                                finding,
                                text(files.resolve(finding.file() + ".c")).orElse(""),
                                replay));
            }
        }
        return bugs.entrySet().stream()
                .map(bug -> new Bug(bug.getKey(), bug.getValue()))
                .toList();
    }

    private static Optional<String> text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }
}

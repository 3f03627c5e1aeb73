package dev.yank.reports.rulebook;

import dev.yank.reports.rulebook.StatedRule.StatedScenario;
import dev.yank.reports.rulebook.StatedRule.StatedStep;
import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.ParseError;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the feature files of a folder.
final class FeatureFolder {

    private final List<StatedRule> rules = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private FeatureFolder() {}

    /// Reads a folder. Files that are no Gherkin are left out, and named in the remarks.
    ///
    /// @throws IOException where the folder cannot be read
    static FeatureFolder read(Path folder) throws IOException {
        FeatureFolder features = new FeatureFolder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList()) {
                features.add(file);
            }
        }
        return features;
    }

    /// The rules in the order of the files and of their lines.
    List<StatedRule> rules() {
        return rules;
    }

    /// Which files are missing, one sentence each.
    List<String> remarks() {
        return remarks;
    }

    private void add(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<Envelope> envelopes = GherkinParser.builder()
                .includeSource(false)
                .includePickles(false)
                .build()
                .parse(file)
                .toList();
        Optional<ParseError> error = envelopes.stream()
                .flatMap(envelope -> envelope.getParseError().stream())
                .findFirst();
        if (error.isPresent()) {
            remarks.add(name + " is left out of the rule book, because it is no Gherkin: "
                    + error.get().getMessage().replaceAll("\\s+", " ") + ".");
            return;
        }
        envelopes.stream()
                .flatMap(envelope -> envelope.getGherkinDocument().stream())
                .flatMap(document -> document.getFeature().stream())
                .flatMap(feature -> feature.getChildren().stream())
                .flatMap(child -> child.getRule().stream())
                .forEach(rule -> rules.add(stated(rule, name)));
    }

    private static StatedRule stated(Rule rule, String file) {
        String tag = rule.getTags().stream()
                .map(one -> one.getName().substring(1))
                .findFirst()
                .orElse("");
        List<StatedScenario> scenarios = rule.getChildren().stream()
                .map(RuleChild::getScenario)
                .flatMap(Optional::stream)
                .map(FeatureFolder::stated)
                .toList();
        return new StatedRule(tag, rule.getName(), paragraphs(rule.getDescription()), file, scenarios);
    }

    /// The reasons; the sources are told from the rule book, which has more of them.
    private static List<String> paragraphs(String prose) {
        return Arrays.stream(prose.split("\\R\\s*\\R", -1))
                .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                .filter(paragraph -> !paragraph.isEmpty() && !paragraph.startsWith("Source: "))
                .toList();
    }

    private static StatedScenario stated(Scenario scenario) {
        return new StatedScenario(
                scenario.getName(),
                scenario.getSteps().stream()
                        .map(step -> new StatedStep(step.getKeyword().strip(), step.getText()))
                        .toList());
    }
}

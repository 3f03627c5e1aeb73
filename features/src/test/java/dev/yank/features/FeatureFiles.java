package dev.yank.features;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The feature files, read as text.
final class FeatureFiles {

    /// A rule of a feature file.
    ///
    /// @param file the name of the file, without its ending
    record StatedRule(String file, String name, String prose, List<String> tags, List<Scenario> examples) {

        /// The texts of all steps.
        List<String> steps() {
            return examples.stream()
                    .flatMap(example -> example.getSteps().stream())
                    .map(step -> step.getText())
                    .toList();
        }
    }

    private static final Pattern ORIGIN = Pattern.compile("@(?:kselftest|igt|kunit|hlk)-[a-z0-9]+(?:-[a-z0-9]+)*");

    private FeatureFiles() {}

    /// Every feature file, in the order of the names.
    static List<Path> all() {
        URL folder = Optional.ofNullable(FeatureFiles.class.getResource("/features"))
                .orElseThrow(() -> new IllegalStateException("There is no folder features on the class path."));
        try (Stream<Path> files = Files.list(Path.of(uri(folder)))) {
            return files.filter(file -> file.toString().endsWith(".feature"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI uri(URL folder) {
        try {
            return folder.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The rules of all feature files.
    static List<StatedRule> rules() {
        return all().stream().flatMap(FeatureFiles::rulesOf).toList();
    }

    /// Whether a tag says which suite a scenario was taken from, such as `@kselftest-gpio-cdev-uaf-3`.
    static boolean isOrigin(String tag) {
        return ORIGIN.matcher(tag).matches();
    }

    /// Scenarios that lie outside of every rule.
    static List<String> homeless() {
        return all().stream()
                .flatMap(FeatureFiles::children)
                .flatMap(child -> child.getScenario().stream())
                .map(Scenario::getName)
                .toList();
    }

    private static Stream<StatedRule> rulesOf(Path file) {
        String name = file.getFileName().toString().replace(".feature", "");
        return children(file)
                .flatMap(child -> child.getRule().stream())
                .map(rule -> new StatedRule(name, rule.getName(), rule.getDescription(), tags(rule), examples(rule)));
    }

    private static Stream<FeatureChild> children(Path file) {
        try {
            return GherkinParser.builder()
                    .includeSource(false)
                    .includePickles(false)
                    .build()
                    .parse(file)
                    .flatMap(envelope -> envelope.getGherkinDocument().stream())
                    .flatMap(document -> document.getFeature().stream())
                    .flatMap(feature -> feature.getChildren().stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tags(Rule rule) {
        return rule.getTags().stream()
                .map(Tag::getName)
                .map(tag -> tag.substring(1))
                .toList();
    }

    private static List<Scenario> examples(Rule rule) {
        return rule.getChildren().stream()
                .map(RuleChild::getScenario)
                .flatMap(Optional::stream)
                .toList();
    }
}

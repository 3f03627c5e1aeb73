package dev.yank.reports.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.model.rule.Judgement;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import dev.yank.reports.Examples;
import dev.yank.reports.HostileWords;
import dev.yank.reports.Runs;
import dev.yank.reports.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBookPageTest {

    private static final String FEATURE = """
        Feature: After removal
          @R34
          Rule: What an open file reaches stays allocated
            "Open, keep open, unplug, close": <b>memory</b> is gone.

            Policy P7 does not matter.

            Source: somebody, 2021.

            Example: the state lives
              Given the "edu-kept" driver
              When the device is unplugged
              Then the reader is told ENXIO
        """;

    @TempDir
    Path folder;

    private Path features;
    private Path report;

    @BeforeEach
    void folders() throws IOException {
        features = Files.createDirectory(folder.resolve("features"));
        report = Files.createDirectories(folder.resolve("run/report"));
        Files.writeString(features.resolve("after-removal.feature"), FEATURE);
    }

    @Test
    void everyRuleIsThereWithItsSources() throws IOException {
        String page = page(List.of(), Optional.empty());
        for (Rule rule : RuleBook.rules()) {
            String article = article(page, rule.id().text());
            assertThat(article).contains(rule.statement().replace("'", "&#39;"));
            rule.sources().forEach(source -> assertThat(article).contains(source.cite()));
            assertThat(article.contains("nothing judges it yet")).isEqualTo(rule.judgement() != Judgement.JUDGED);
        }
        assertThat(page).contains("id=\"P1\"", "id=\"P12\"", "./yank stress</code> makes one");
    }

    @Test
    void theWordsOfTheFeatureFileAreShownAsText() throws IOException {
        String article = article(page(List.of(), Optional.empty()), "R34");
        assertThat(article)
                .contains("What an open file reaches stays allocated")
                .contains("&lt;b&gt;memory&lt;/b&gt; is gone.")
                .contains("href=\"#P7\"")
                .contains("features/after-removal.feature")
                .contains("the state lives")
                .contains("<b>Given</b> the &quot;edu-kept&quot; driver")
                .doesNotContain("<b>memory", "Source: somebody");
    }

    @Test
    void driversThatKeepAndBreakARuleAreShownWithWhatIsKnownOfThem() throws IOException {
        Files.createDirectories(folder.resolve("run/timelines"));
        Files.createFile(folder.resolve("run/timelines/pl061-frees-too-early.html"));
        List<DriverUnderTest> drivers = List.of(
                driver("edu-kept", ""),
                driver("pl061-frees-too-early", "R34"),
                driver("pl061-survivor", "R34"),
                driver("pl061-elsewhere", "R34"));
        RunRecord run = RunRecord.of(Runs.run(
                Runs.violates(Examples.useAfterFree()),
                Runs.survives("pl061-survivor", "R34"),
                Runs.violates(Runs.against("pl061-hopeful", Examples.useAfterFree()))));
        String article = article(page(drivers, Optional.of(run)), "R34");
        assertThat(article.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("Keep it ✔ edu-kept in a scenario")
                .contains("✔ pl061-frees-too-early caught after 1,017 executions, 4 operations and 1 switch")
                .contains("✖ pl061-survivor not caught in the last run")
                .contains("– pl061-elsewhere not in the last run")
                .contains("✖ pl061-hopeful broke it, which was not expected");
        assertThat(article)
                .contains("href=\"../timelines/pl061-frees-too-early.html\"")
                .doesNotContain("hopeful.html");
    }

    @Test
    void driversThatConformWithoutHavingMetARuleAreListedAsInconclusive() throws IOException {
        RunRecord run = RunRecord.of(Runs.run(
                Runs.meets("edu-met", "R34"),
                Runs.conforms("edu-idle"),
                Runs.conforms("edu-asleep"),
                Runs.violates(Examples.useAfterFree())));
        String page = page(List.of(), Optional.of(run));
        assertThat(article(page, "R34").replaceAll("<[^>]*>", ""))
                .contains("Inconclusive for 2 drivers: the last run never exercised it")
                .contains("edu-idle, edu-asleep")
                .doesNotContain("edu-met");
        assertThat(article(page, "R5").replaceAll("<[^>]*>", "")).contains("edu-met, edu-idle, edu-asleep");
    }

    @Test
    void aDriverWithAHostileNameIsShownAsText() throws IOException {
        RunRecord run = RunRecord.of(Runs.run(Runs.violates(HostileWords.counterexample())));
        String page = page(List.of(driver("<script>window.hacked=1</script>", "K1")), Optional.of(run));
        assertThat(page)
                .contains("&lt;script&gt;window.hacked=1&lt;/script&gt;")
                .doesNotContain("<script>window.hacked");
        assertThat(article(page, "K1")).doesNotContain("<img");
    }

    @Test
    void aFeatureFileThatIsNoGherkinIsNamedAndTheOthersStay() throws IOException {
        Files.writeString(features.resolve("broken.feature"), "Feature: x\n  Example: y\n    Given z\n    rubbish\n");
        RuleBookPage page = RuleBookPage.of(features, List.of(), Optional.empty(), folder.resolve("run"), report);
        assertThat(page.remarks())
                .singleElement()
                .asString()
                .startsWith("broken.feature is left out of the rule book, because it is no Gherkin: ");
        assertThat(page.html()).contains("the state lives");
    }

    @Test
    void withoutFeatureFilesThePageSaysSo() {
        Path missing = folder.resolve("missing");
        RuleBookPage page = RuleBookPage.of(missing, List.of(), Optional.empty(), folder.resolve("run"), report);
        assertThat(page.remarks())
                .containsExactly(
                        "The rule book has no examples, because the feature files in " + missing + " cannot be read.");
        assertThat(page.html()).contains("id=\"R34\"");
    }

    private String page(List<DriverUnderTest> drivers, Optional<RunRecord> run) {
        RuleBookPage page = RuleBookPage.of(features, drivers, run, folder.resolve("run"), report);
        assertThat(page.remarks()).isEmpty();
        return page.html();
    }

    private static String article(String page, String id) {
        Matcher article = Pattern.compile("(?s)<article class=\"card\" id=\"" + id + "\".*?</article>")
                .matcher(page);
        assertThat(article.find()).as(id).isTrue();
        return article.group();
    }

    private static DriverUnderTest driver(String name, String breaks) {
        return new DriverUnderTest(
                name,
                "dev.yank.drivers.Example",
                DeviceUnderTest.EDU,
                Policy.DEFAULT,
                breaks.isEmpty() ? Optional.empty() : Optional.of(RuleId.parse(breaks)),
                "A driver made up for this test.");
    }
}

package dev.yank.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ReportPage;
import dev.yank.reports.Examples;
import dev.yank.reports.Runs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// With the real generator, because the history is its own.
class AllureHistoryTest {

    @TempDir
    Path folder;

    @Test
    void aFailureIsRecognisedInTheNextReportAndTheTrendGrows() throws IOException {
        report(1);
        String page = report(2);
        JsonNode trend = decoded(page, "widgets/history-trend.json");
        assertThat(trend.size()).isEqualTo(2);
        assertThat(trend.get(0).get("buildOrder").asInt()).isEqualTo(2);
        assertThat(trend.get(0).get("data").get("failed").asInt()).isEqualTo(1);
        assertThat(page).doesNotContain("'history/history.json'");
        JsonNode history = JsonMapper.shared().readTree(Files.readString(folder.resolve("history/after/history.json")));
        assertThat(history.size()).isEqualTo(1);
        assertThat(history.iterator().next().get("statistic").get("failed").asInt())
                .isEqualTo(2);
    }

    @Test
    void theSameResultsOnceMoreAreNoOtherReport() throws IOException {
        report(1);
        report(2);
        assertThat(decoded(report(2), "widgets/history-trend.json").size()).isEqualTo(2);
    }

    @Test
    void aDamagedHistoryIsBegunAnewAndThatIsSaid() throws IOException {
        report(1);
        Files.writeString(folder.resolve("history/after/history.json"), "{\"half");
        ReportPage made = made(2);
        assertThat(made.remarks())
                .containsExactly("The report begins a new history, because of the one that was kept history.json is"
                        + " damaged.");
        assertThat(decoded(Files.readString(made.page()), "widgets/history-trend.json")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theNumberOfAReportIsOneMoreThanThatOfTheLast() {
        assertThat(AllureHistory.build(Map.of())).isEqualTo(1);
        assertThat(AllureHistory.build(Map.of("history-trend.json", "[{\"buildOrder\": 7}, {\"buildOrder\": 6}]")))
                .isEqualTo(8);
        assertThat(AllureHistory.build(Map.of("history-trend.json", "{"))).isEqualTo(1);
    }

    @Test
    void onlyTheHistoryOfThePageIsKept() throws IOException {
        var history = new AllureHistory(folder.resolve("history"));
        String encoded = Base64.getEncoder().encodeToString("[1]".getBytes(StandardCharsets.UTF_8));
        String page = "d('history/history-trend.json','" + encoded + "'),\n d('data/x.json','e30='),";
        history.keep(page, "one", Map.of());
        assertThat(history.before("two")).containsExactly(Map.entry("history-trend.json", "[1]"));
        assertThat(history.before("one")).isEmpty();
        assertThat(AllureHistory.without(page)).isEqualTo("d('data/x.json','e30='),");
    }

    private String report(int second) throws IOException {
        ReportPage made = made(second);
        assertThat(made.remarks()).isEmpty();
        return Files.readString(made.page());
    }

    private ReportPage made(int second) throws IOException {
        var found = Runs.against("pl061-hopeful", Examples.blockedReader());
        new RunFolder(folder, () -> Instant.ofEpochSecond(second)).write(Runs.run(Runs.violates(found)));
        return AllureHtml.ofProject()
                .generate(List.of(folder.resolve(RunFolder.RESULTS)), folder.resolve("out"), folder.resolve("history"));
    }

    private static JsonNode decoded(String page, String file) {
        Matcher matcher =
                Pattern.compile("d\\('" + file + "','([A-Za-z0-9+/=]*)'\\)").matcher(page);
        assertThat(matcher.find()).as(file).isTrue();
        return JsonMapper.shared()
                .readTree(new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8));
    }
}

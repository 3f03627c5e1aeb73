package dev.yank.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real property is run by the real engine, with the listener of Allure beside ours.
class PropertyListenerTest {

    @TempDir
    Path folder;

    /// Run by the test below only: the name keeps the build away from it.
    static final class Sums {

        @Property(tries = 50)
        boolean sumsStayPositive(@ForAll @IntRange(max = 3) int one) {
            Statistics.label("small numbers").collect(one);
            return one + 1 > 0;
        }
    }

    @Test
    void aPropertyIsOneResultWithTriesSeedEdgeCasesAndStatistics() throws IOException {
        run();
        List<Path> results = files("-result.json");
        assertThat(results).hasSize(1);
        JsonNode result = JsonMapper.shared().readTree(Files.readString(results.getFirst()));
        assertThat(named(result, "parameters", "name"))
                .containsExactly("tries", "checks", "generation", "edge cases", "seed");
        assertThat(parameter(result, "tries")).matches("[0-9]+");
        assertThat(parameter(result, "seed")).matches("-?[0-9]+");
        assertThat(parameter(result, "generation")).isEqualTo("EXHAUSTIVE");
        assertThat(named(result, "attachments", "name"))
                .anyMatch(name -> name.matches("statistics of [0-9]+ tries: small numbers"))
                .contains("what jqwik says");
        for (String source : named(result, "attachments", "source")) {
            assertThat(Files.readString(folder.resolve(source))).containsPattern("(tries = |3 *\\()");
        }
    }

    @Test
    void aReportIsReadLineByLine() {
        String text = """
            tries = 1000                  | # of calls to property
            checks = 990                  | # of not rejected calls
            generation = RANDOMIZED       | parameters are randomly generated
            edge-cases#mode = MIXIN       | edge cases are mixed in
            edge-cases#total = 81         | # of all combined edge cases
            edge-cases#tried = 76         | # of edge cases tried in current run
            seed = -42                    | random seed to reproduce generated values
            """;
        assertThat(PropertyReport.in(text).orElseThrow().parameters())
                .containsExactly(
                        Map.entry("tries", "1000"),
                        Map.entry("checks", "990"),
                        Map.entry("generation", "RANDOMIZED"),
                        Map.entry("edge cases", "76 of 81 tried, MIXIN"),
                        Map.entry("seed", "-42"));
        assertThat(PropertyReport.in("    true  (3262) : 82 %")).isEqualTo(Optional.empty());
    }

    private void run() {
        var allure = new AllureLifecycle(new FileSystemResultsWriter(folder));
        var config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new AllureJunitPlatform(allure), new PropertyListener(allure))
                .build();
        LauncherFactory.create(config)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Sums.class))
                        .filters(EngineFilter.includeEngines("jqwik"))
                        .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                        .configurationParameter(
                                "jqwik.database", folder.resolve("db").toString())
                        .configurationParameter(LauncherConstants.CAPTURE_STDOUT_PROPERTY_NAME, "false")
                        .build());
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static List<String> named(JsonNode result, String list, String field) {
        return result.get(list)
                .valueStream()
                .map(one -> one.get(field).asString())
                .toList();
    }

    private static String parameter(JsonNode result, String name) {
        return result.get("parameters")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .map(one -> one.get("value").asString())
                .findFirst()
                .orElseThrow();
    }
}

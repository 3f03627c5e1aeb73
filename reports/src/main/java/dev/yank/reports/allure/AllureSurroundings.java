package dev.yank.reports.allure;

import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.model.rule.RuleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// What Allure is told about a whole run: categories, environment, executor.
final class AllureSurroundings {

    private final RunResult run;

    AllureSurroundings(RunResult run) {
        this.run = run;
    }

    void write(OwnedFiles files) throws IOException {
        files.write("categories.json", categories());
        files.write("environment.properties", environment());
        files.write("executor.json", executor());
    }

    /// Tests by verdict and rule, recognised by the first words of their messages.
    private String categories() {
        TreeSet<RuleId> rules = new TreeSet<>();
        for (DriverResult one : run.drivers()) {
            one.rule().ifPresent(rules::add);
            one.driver().breaks().ifPresent(rules::add);
        }
        List<String> categories = new ArrayList<>();
        for (RuleId rule : rules) {
            categories.add(category(rule + " violated, which should hold", "failed", rule + " violated: "));
            categories.add(
                    category(rule + " should have been violated: not caught", "failed", rule + " not violated: "));
            categories.add(category(rule + " violated by a known-bad driver: caught", "passed", rule + " violated: "));
        }
        categories.add(category("inconclusive", "broken", "inconclusive: "));
        return "[\n" + String.join(",\n", categories) + "\n]\n";
    }

    private static String category(String name, String status, String beginning) {
        return """
            {"name": "%s", "matchedStatuses": ["%s"], "messageRegex": "(?s)%s.*"}\
            """.formatted(name, status, beginning);
    }

    private String environment() {
        var properties = new StringBuilder();
        property(properties, "Yank", version());
        property(properties, "JDK", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor"));
        property(properties, "Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        property(properties, "Seed", Long.toString(run.seed()));
        property(
                properties,
                "Run",
                run.completeness() == Completeness.COMPLETE ? "complete" : "interrupted before its end");
        return properties.toString();
    }

    private static void property(StringBuilder properties, String name, String value) {
        properties.append(name).append('=').append(value.replace("\\", "\\\\")).append('\n');
    }

    private static String version() {
        String version = AllureSurroundings.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }

    private String executor() {
        return """
            {"name": "Yank", "type": "yank", "buildName": "seed %d", "reportName": "Yank"}
            """.formatted(run.seed());
    }
}

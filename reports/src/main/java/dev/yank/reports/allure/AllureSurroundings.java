package dev.yank.reports.allure;

import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What Allure is told about a whole run: categories, environment, executor.
final class AllureSurroundings {

    private final RunResult run;

    AllureSurroundings(RunResult run) {
        this.run = run;
    }

    void write(OwnedFiles files) throws IOException {
        files.write(AllureCategories.FILE, AllureCategories.json());
        files.write("environment.properties", environment());
        files.write("executor.json", executor(1, Long.toString(run.seed())));
    }

    private String environment() {
        Map<String, String> environment = machine();
        environment.put("Seed", Long.toString(run.seed()));
        environment.put("Run", run.completeness() == Completeness.COMPLETE ? "complete" : "interrupted before its end");
        var lines = new StringBuilder();
        environment.forEach((name, value) -> lines.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        return lines.toString();
    }

    /// What is known without a run.
    static Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("Yank", version());
        machine.put("JDK", Runtime.version() + ", " + System.getProperty("java.vendor", "unknown vendor"));
        machine.put("Processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("System", System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"));
        return machine;
    }

    private static String version() {
        String version = AllureSurroundings.class.getPackage().getImplementationVersion();
        return version == null ? "not packaged" : version;
    }

    /// Who ran it.
    ///
    /// @param build the number of the report, which trends show
    /// @param seed the seed of the run; empty where there was no run
    static String executor(int build, String seed) {
        String name = seed.isEmpty() ? "report " + build : "report " + build + ", seed " + seed;
        return """
            {"name": "Yank", "type": "yank", "buildOrder": %d, "buildName": "%s", "reportName": "Yank"}
            """.formatted(build, name);
    }
}

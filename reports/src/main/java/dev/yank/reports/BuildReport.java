package dev.yank.reports;

import dev.yank.harness.run.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Makes the HTML report of the tests at the end of the build.
///
/// Arguments: the folder of the Allure results, the folder for the report, and the folder of the last run,
/// whose results are shown too if there are any; it also keeps the history of these reports, because a
/// build may begin with taking everything else away. The process ends with 0 where the report was made or
/// there was nothing to report, with 64 for wrong usage, and with 1 otherwise.
public final class BuildReport {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private BuildReport() {}

    /// Runs the program.
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.size() != 3) {
            System.err.println(
                    "BuildReport: give three folders: the one with the Allure results, the one for the report, and"
                            + " that of the last run.");
            return USAGE;
        }
        try {
            Path results = Path.of(arguments.get(0));
            if (!Files.isDirectory(results)) {
                System.out.println("BuildReport: no test has left results in " + results + ", so there is no report.");
                return 0;
            }
            Path run = Path.of(arguments.get(2));
            Path output = Path.of(arguments.get(1));
            ReportPage made = new PagesOfRun(results, run, output, run.resolve("history-of-builds")).make();
            made.remarks().forEach(remark -> System.err.println("BuildReport: " + remark));
            System.out.println("Report of the tests: " + made.page());
            return 0;
        } catch (IOException | InvalidPathException e) {
            System.err.println("BuildReport: " + e.getMessage());
            return FAILED;
        }
    }
}

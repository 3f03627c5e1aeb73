package dev.yank.reports;

import dev.yank.reports.allure.AllureHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/// Makes the HTML report of the tests at the end of the build.
///
/// Arguments: the folder of the Allure results, then the folder for the report. The process ends with 0 where
/// the report was made or there was nothing to report, with 64 for wrong usage, and with 1 otherwise.
public final class BuildReport {

    private static final int FAILED = 1;
    private static final int USAGE = 64;

    private BuildReport() {}

    /// Runs the program.
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        if (arguments.size() != 2) {
            System.err.println(
                    "BuildReport: give two folders: the one with the Allure results, and the one for the report.");
            return USAGE;
        }
        try {
            Path results = Path.of(arguments.get(0));
            if (!Files.isDirectory(results)) {
                System.out.println("BuildReport: no test has left results in " + results + ", so there is no report.");
                return 0;
            }
            Path page = AllureHtml.ofProject().generate(List.of(results), Path.of(arguments.get(1)));
            System.out.println("Report of the tests: " + page);
            return 0;
        } catch (IOException | InvalidPathException e) {
            System.err.println("BuildReport: " + e.getMessage());
            return FAILED;
        }
    }
}

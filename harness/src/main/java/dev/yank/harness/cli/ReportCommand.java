package dev.yank.harness.cli;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `yank report`: the last results as a page.
@Command(name = "report", mixinStandardHelpOptions = true, description = "Makes the Allure report of the last results.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--open", description = "Open the page in a browser.")
    private boolean open;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where the results are (default: .yank beside the launcher).")
    private Path out = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter output = spec.commandLine().getOut();
        Path folder = Reports.folder(out);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There are no results in " + folder.toAbsolutePath()
                    + "; run ./yank stress first, or say with --out where they are.");
        }
        try {
            Path page = Reports.reporting().html(folder);
            output.println(page.toAbsolutePath());
            output.flush();
            if (open) {
                PageOpener.ofSystem().open(page, spec.commandLine().getErr());
            }
            return 0;
        } catch (IOException e) {
            String reason = Reports.reason(e);
            throw new HarnessFailure("The report could not be made: " + reason + (reason.endsWith(".") ? "" : "."));
        }
    }
}

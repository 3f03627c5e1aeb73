package dev.yank.harness.cli;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.ReportPage;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `yank report`: the last results as pages.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Makes the pages of the last results: the Allure report, the dashboards and the rule book.")
final class ReportCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--open", description = "Open the page in a browser.")
    private boolean open;

    @Option(
            names = "--serve",
            paramLabel = "PORT",
            description = "Show the pages at this port of this machine, to nobody else, until Ctrl-C ends it with"
                    + " exit status 130; 0 takes any port that is free.")
    private @Nullable Integer port;

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
        Path folder = Reports.folder(out);
        Integer asked = port;
        if (asked != null && (asked < 0 || asked > HIGHEST_PORT)) {
            throw new UsageException("--serve must be a port from 0 to " + HIGHEST_PORT + ", but is " + asked + ".");
        }
        if (!Files.isDirectory(folder)) {
            throw new UsageException("There are no results in " + folder.toAbsolutePath()
                    + "; run ./yank stress first, or say with --out where they are.");
        }
        Path page = made(folder);
        if (asked != null) {
            serve(folder, page, asked);
        } else if (open) {
            PageOpener.ofSystem().open(page, spec.commandLine().getErr());
        }
        return 0;
    }

    private Path made(Path folder) {
        try {
            ReportPage made = Reports.reporting().html(folder);
            made.remarks().forEach(this::say);
            print(made.page().toAbsolutePath().toString());
            return made.page();
        } catch (IOException e) {
            String reason = Reports.reason(e);
            throw new HarnessFailure("The report could not be made: " + reason + (reason.endsWith(".") ? "" : "."));
        }
    }

    private void serve(Path folder, Path page, int asked) {
        try (LoopbackServer server = LoopbackServer.of(folder, asked)) {
            String address = server.address()
                    + folder.toAbsolutePath()
                            .relativize(page.toAbsolutePath())
                            .toString()
                            .replace('\\', '/');
            print(address);
            if (open) {
                PageOpener.ofSystem().open(address, spec.commandLine().getErr());
            }
            new CountDownLatch(1).await();
        } catch (BindException e) {
            throw new UsageException("Port " + asked + " of this machine cannot be had (" + Reports.reason(e)
                    + "); choose another, or 0 for any that is free.");
        } catch (IOException e) {
            throw new HarnessFailure("The pages cannot be served: " + Reports.reason(e) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(String line) {
        PrintWriter output = spec.commandLine().getOut();
        output.println(line);
        output.flush();
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("yank: " + sentence);
    }
}

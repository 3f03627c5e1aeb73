package dev.yank.harness.cli;

import dev.yank.harness.instrument.UnsuitableDriverException;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `yank`.
@Command(
        name = "yank",
        description = "Judges what drivers do when their device goes away.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StressCommand.class,
            ReplayCommand.class,
            ShowCommand.class,
            ListCommand.class,
            ReportCommand.class,
            BenchCommand.class,
            ExhaustCommand.class,
            KillMatrixCommand.class,
            CheckCommand.class,
            LinuxCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./yank stress                           every driver, in 60 seconds",
            "  ./yank stress pl061-devm-state --seed 1 one driver, repeatably",
            "  ./yank stress --class-path my.jar com.example.MyDriver",
            "  ./yank exhaust pl061-rust-revocable     every schedule of small programs",
            "  ./yank kill-matrix --seed 1             who catches which mistake, how soon",
            "  ./yank replay y3.pl061-devm-state.AbC…  one execution, event by event",
            "  ./yank show --open y3.pl061-devm-state… the same as a page to step through",
            "  ./yank check history.edn                is a recorded history linearizable?",
            "  ./yank report --open                    the last results as pages"
        })
public final class Yank implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// The entry point of the process.
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /// Carries out a command line.
    ///
    /// @return the exit status
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var yank = new CommandLine(new Yank());
        yank.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit statuses:%n")
                .exitCodeList(meanings());
        return yank.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Yank::wrongUsage)
                .setExecutionExceptionHandler((thrown, command, _) -> failed(thrown, command))
                .execute(arguments);
    }

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            meanings.put(Integer.toString(status.number()), status.meaning());
        }
        return meanings;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: stress, exhaust, kill-matrix, check, replay, show, list, report, bench or linux.");
    }

    private static int wrongUsage(ParameterException thrown, String[] arguments) {
        CommandLine command = thrown.getCommandLine();
        String sentence = firstLine(String.valueOf(thrown.getMessage()));
        command.getErr()
                .println("yank: " + sentence + " See ./"
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitStatus.USAGE.number();
    }

    private static int failed(Exception thrown, CommandLine command) {
        PrintWriter err = command.getErr();
        return switch (thrown) {
            case UsageException usage -> say(err, String.valueOf(usage.getMessage()), ExitStatus.USAGE);
            case UnsuitableDriverException driver -> say(err, String.valueOf(driver.getMessage()), ExitStatus.USAGE);
            case HarnessFailure failure -> say(err, String.valueOf(failure.getMessage()), ExitStatus.HARNESS_FAILED);
            default -> say(err, unexpected(thrown), ExitStatus.HARNESS_FAILED);
        };
    }

    private static int say(PrintWriter err, String sentence, ExitStatus status) {
        err.println("yank: " + sentence);
        return status.number();
    }

    /// Keeps the details of a fault of the harness for whoever mends it.
    private static String unexpected(Exception thrown) {
        String what =
                thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
        try {
            Path details = Files.createTempFile("yank-failure", ".txt");
            try (var writer = new PrintWriter(Files.newBufferedWriter(details))) {
                thrown.printStackTrace(writer);
            }
            return "The harness failed (" + firstLine(what) + "); please report it with " + details + ".";
        } catch (IOException e) {
            return "The harness failed (" + firstLine(what) + ").";
        }
    }

    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.endsWith(".") || line.endsWith(")") ? line : line + ".";
    }
}

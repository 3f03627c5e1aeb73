package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.EveryProgram;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Exhaustion;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.harness.run.UsageException;
import dev.yank.model.spec.device.DeviceKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank exhaust`: every schedule of every small program, and says whether that was all.
@Command(
        name = "exhaust",
        mixinStandardHelpOptions = true,
        description = {
            "Performs every small program on a driver under every schedule that could come to something else.",
            "In a program some processes open the device, each a handle of its own, and use it; one more unplugs it."
        })
final class ExhaustCommand implements Callable<Integer> {

    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final long NEWS_NANOS = 5_000_000_000L;

    @Parameters(paramLabel = "DRIVER", description = "A name from 'yank list drivers', or a class on --class-path.")
    private String driver = "";

    @Option(
            names = "--processes",
            paramLabel = "N",
            description = "Processes that use the device (default: ${DEFAULT-VALUE}).")
    private int processes = 2;

    @Option(
            names = "--operations",
            paramLabel = "N",
            description = "Operations of each, the first of which is open (default: ${DEFAULT-VALUE}).")
    private int operations = 2;

    @Option(
            names = "--program",
            paramLabel = "TEXT",
            description = "One program instead, such as 'open get-line / open set-line / unplug'.")
    private @Nullable String program;

    @Option(
            names = "--switches",
            paramLabel = "N",
            description = "Only schedules with at most so many preemptions, each of them (default: any number, one"
                    + " schedule of each equivalence class).")
    private @Nullable Integer switches;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Ends after that time, such as 60s (default: when everything is done).")
    private Duration budget = FOR_EVER;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that explore (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where results are written (default: .yank beside the launcher).")
    private Path out = Path.of("");

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Var
    private long lastNews;

    @Override
    public Integer call() {
        PrintWriter output = spec.commandLine().getOut();
        PrintWriter error = spec.commandLine().getErr();
        checkNumbers();
        LoadedDriver loaded = DriverCatalog.ofProject().find(driver, classPath.paths());
        List<Program> programs = programs(loaded);
        var results = new Results(output, error, Reports.reporting(), Reports.writable(out));
        error.printf("%d programs, %d workers%n", programs.size(), workers);
        lastNews = System.nanoTime();
        var bound = switches == null ? OptionalInt.empty() : OptionalInt.of(switches);
        Exhaustion.Outcome outcome = new Exhaustion(loaded, programs, bound, workers)
                .run(budget, (done, executions, share) -> tell(error, done, programs.size(), executions, share));
        var result = new RunResult(0, Completeness.COMPLETE, List.of(outcome.result()));
        results.show(result, Format.TEXT, Results.Detail.ALL);
        output.println(outcome.sentence());
        output.flush();
        return result.exitStatus().number();
    }

    private List<Program> programs(LoadedDriver loaded) {
        DeviceKind kind = loaded.about().device().kind();
        try {
            if (program != null) {
                return List.of(EveryProgram.parse(kind, program));
            }
            return EveryProgram.of(kind, processes, operations).stream()
                    .filter(each -> loaded.restrict(each).equals(each))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void tell(PrintWriter error, int done, int programs, long executions, double share) {
        if (System.nanoTime() - lastNews > NEWS_NANOS) {
            lastNews = System.nanoTime();
            error.printf(
                    Locale.ROOT,
                    "%d of %d programs, %,d executions, about %.3g %% of the bound%n",
                    done,
                    programs,
                    executions,
                    100 * share);
        }
    }

    private void checkNumbers() {
        Requirements.workers(workers);
        if (processes < 1 || processes > Program.MOST_PROCESSES - 1) {
            throw new UsageException(
                    "--processes must be from 1 to " + (Program.MOST_PROCESSES - 1) + ", but is " + processes + ".");
        }
        if (operations < 1 || operations > 6) {
            throw new UsageException("--operations must be from 1 to 6, but is " + operations + ".");
        }
        if (switches != null && switches < 0) {
            throw new UsageException("--switches must be at least 0, but is " + switches + ".");
        }
        Requirements.time("--budget", budget, "60s");
    }
}

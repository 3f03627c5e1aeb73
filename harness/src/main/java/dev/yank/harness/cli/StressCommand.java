package dev.yank.harness.cli;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.BlackBox;
import dev.yank.harness.run.CanaryCheck;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.KeepGoing;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.ShrinkingLog;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.targets.Target.Abilities;
import dev.yank.harness.targets.Target.Schedule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank stress`: probes, opens, uses, unplugs and closes drivers under thousands of schedules.
@Command(
        name = "stress",
        mixinStandardHelpOptions = true,
        description = "Performs random programs on drivers under many schedules and judges every execution.")
final class StressCommand implements Callable<Integer> {

    @Mixin
    private LinuxOptions linux = new LinuxOptions();

    @Parameters(
            paramLabel = "DRIVER",
            arity = "0..*",
            description =
                    "Names from 'yank list drivers', or classes on --class-path; all drivers of the project if none.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description =
                    "How long to explore, for all drivers together, such as 60s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration budget = Duration.ofSeconds(60);

    @Option(
            names = "--executions",
            paramLabel = "N",
            description =
                    "At most about so many executions a driver; makes a run the same however fast the machine is.")
    private @Nullable Long executions;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything random is drawn from it; drawn and printed if not given.")
    private @Nullable Long seed;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            defaultValue = Strategies.DEFAULT,
            description = "See 'yank list strategies' (default: ${DEFAULT-VALUE}).")
    private String strategy = Strategies.DEFAULT;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that explore (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--processes",
            paramLabel = "N[..M]",
            defaultValue = "2..4",
            converter = ProcessRange.Converter.class,
            description = "How many processes a program has (default: ${DEFAULT-VALUE}).")
    private ProcessRange processes = new ProcessRange(2, 4);

    @Option(
            names = "--keep-going",
            description = "Go on after a known-bad driver was caught, and list every bug that shows itself.")
    private boolean keepGoing;

    @Option(
            names = "--log-shrinking",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Where to write every attempt to make a counterexample smaller, one a line.")
    private Path logShrinking = Path.of("");

    @Option(
            names = "--log-shapes",
            paramLabel = "FILE",
            defaultValue = "",
            description = "Where to write the shape of every program before it is performed, one a line.")
    private Path logShapes = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where results are written (default: .yank beside the launcher).")
    private Path out = Path.of("");

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    /// What a shell makes of Ctrl-C; the hook that the JVM runs then shows the results.
    private static final int KILLED = 130;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Abilities target = linux.target();
        Targets.refuseForeign(spec.commandLine().getParseResult(), target);
        checkNumbers();
        Path folder = Reports.writable(out);
        long drawn = seed == null ? System.nanoTime() & 0xffff_ffffL : seed;
        if (target.schedule() == Schedule.OBSERVED) {
            refuseNames();
            return new LinuxStress(
                            spec.commandLine().getOut(), spec.commandLine().getErr(), folder)
                    .run(linux, budget, drawn);
        }
        LastExecutions.remindOf(folder, spec.commandLine().getErr());
        try (LineFile attempts = LineFile.at(logShrinking, "The attempts to shrink");
                LineFile shapes = LineFile.at(logShapes, "The shapes of programs");
                BlackBox box = LastExecutions.box(folder, workers)) {
            return stress(folder, new ShrinkingFile(attempts), shapes, box, drawn);
        }
    }

    private int stress(Path folder, ShrinkingLog shrinking, LineFile shapes, BlackBox box, long drawn) {
        PrintWriter output = spec.commandLine().getOut();
        PrintWriter error = spec.commandLine().getErr();
        DriverCatalog catalog = DriverCatalog.ofProject();
        List<LoadedDriver> drivers = drivers(catalog);
        Reporting reporting = Reports.reporting();
        var programs = new RandomPrograms(processes.fewest(), processes.most());
        var settings = new TrialSettings(
                drawn,
                strategy,
                workers,
                Optional.ofNullable(executions),
                new SwarmPrograms(programs, shapes),
                keepGoing ? KeepGoing.ALWAYS : KeepGoing.UNTIL_CAUGHT,
                shrinking,
                Optional.of(box));
        error.printf("seed %d, %d drivers, %d workers, budget %s%n", drawn, drivers.size(), workers, text(budget));
        if (drivers.stream().noneMatch(driver -> driver.about().isCanary())) {
            CanaryCheck.check(catalog, settings);
        }
        try (TerminalProgress progress = TerminalProgress.on(error, drivers.size(), budget)) {
            return explore(
                    new Stress(drivers, settings, progress),
                    progress,
                    new Results(output, error, reporting, folder),
                    box);
        }
    }

    private int explore(Stress stress, TerminalProgress progress, Results results, BlackBox box) {
        var interrupted = new Thread(() -> {
            box.close();
            results.interrupted(stress.soFar(), format.chosen());
        });
        Runtime.getRuntime().addShutdownHook(interrupted);
        RunResult result;
        try {
            result = stress.run(budget);
        } catch (RuntimeException failure) {
            removeHook(interrupted);
            LastExecutions.tell(box.lost(), spec.commandLine().getErr());
            throw failure;
        }
        if (!removeHook(interrupted)) {
            return KILLED;
        }
        progress.close();
        results.show(result, format.chosen(), names.isEmpty() ? Results.Detail.UNEXPECTED : Results.Detail.ALL);
        return result.exitStatus().number();
    }

    private static boolean removeHook(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return false; // the machine is shutting down: the hook has the word
        }
    }

    private void refuseNames() {
        if (!names.isEmpty()) {
            throw new UsageException("The target linux has no driver '" + names.getFirst()
                    + "'; write --subject pl061 for the PL061 of a stock kernel.");
        }
    }

    private void checkNumbers() {
        Requirements.workers(workers);
        if (executions != null) {
            Requirements.positive("--executions", executions);
        }
        Requirements.time("--budget", budget, "60s");
        Requirements.strategy(strategy);
    }

    private List<LoadedDriver> drivers(DriverCatalog catalog) {
        List<Path> paths = classPath.paths();
        if (!names.isEmpty()) {
            return names.stream()
                    .distinct()
                    .map(name -> catalog.find(name, paths))
                    .toList();
        }
        if (!paths.isEmpty()) {
            throw new UsageException("--class-path was given but no class; name the driver class to judge.");
        }
        return catalog.all();
    }

    private static String text(Duration duration) {
        return duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}

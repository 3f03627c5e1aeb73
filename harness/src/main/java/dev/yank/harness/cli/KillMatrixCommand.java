package dev.yank.harness.cli;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.EquivalentMutants;
import dev.yank.harness.run.KillHunt;
import dev.yank.harness.run.KillMatrix;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.TrialSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank kill-matrix`: who catches the known-bad drivers and the generated mutants.
@Command(
        name = "kill-matrix",
        mixinStandardHelpOptions = true,
        description = "Hunts known-bad drivers and generated mutants under several strategies.",
        footer = {
            "",
            "Exits with 1 where the first strategy misses a known-bad driver or more than 5 of 100 mutants, or catches"
                    + " one that",
            "is said to be equivalent; with 2 where the budget ran out. Writes kill-matrix.json among the results."
        })
final class KillMatrixCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DRIVER",
            arity = "0..*",
            description = "Of a known-bad driver or a mutant itself, of any other its mutants; everything if none.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            defaultValue = "30m",
            converter = DurationConverter.class,
            description = "How long to hunt, such as 60s or 5m (default: ${DEFAULT-VALUE}).")
    private Duration budget = Duration.ofMinutes(30);

    @Option(
            names = "--executions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "At most about so many executions for each, under each strategy (default: ${DEFAULT-VALUE}).")
    private long executions = 20_000;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything random is drawn from it; drawn and printed if not given.")
    private @Nullable Long seed;

    @Option(
            names = "--strategies",
            paramLabel = "NAME,…",
            split = ",",
            defaultValue = "portfolio,random,pct(3),pos,surw",
            description = "See 'yank list strategies'; the first one judges (default: ${DEFAULT-VALUE}).")
    private List<String> strategies = new ArrayList<>();

    @Option(names = "--workers", paramLabel = "N", description = "Threads that hunt (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where kill-matrix.json is written (default: .yank beside the launcher).")
    private Path out = Path.of("");

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        checkNumbers();
        Path folder = Reports.writable(out);
        PrintWriter error = spec.commandLine().getErr();
        long drawn = seed == null ? System.nanoTime() & 0xffff_ffffL : seed;
        var programs = new RandomPrograms(2, 4);
        var settings = new TrialSettings(
                drawn,
                strategies.getFirst(),
                workers,
                Optional.of(executions),
                new SwarmPrograms(programs, LineFile.at(Path.of(""), "The shapes of programs")));
        error.printf("seed %d, %d workers, strategies %s%n", drawn, workers, String.join(", ", strategies));
        var hunt = new KillHunt(settings, strategies, (done, all) -> tell(error, done, all));
        EquivalentMutants equivalent = EquivalentMutants.ofProject();
        drivers().forEach(driver -> hunt.add(driver, equivalent));
        return show(hunt.run(budget), folder);
    }

    private static void tell(PrintWriter error, int done, int all) {
        if (done * 20L / all != (done - 1) * 20L / all) {
            error.printf("%,d of %,d hunted%n", done, all);
            error.flush();
        }
    }

    private int show(KillMatrix matrix, Path folder) {
        PrintWriter output = spec.commandLine().getOut();
        var words = new KillMatrixWords(matrix);
        try {
            Files.writeString(folder.resolve("kill-matrix.json"), words.json() + System.lineSeparator());
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("yank: The matrix could not be written to " + folder + " (" + Reports.reason(e)
                            + "); what is printed stands.");
        }
        switch (format.chosen()) {
            case JSON -> output.println(words.json());
            case TEXT -> output.print(words.text());
        }
        output.flush();
        return matrix.exitStatus().number();
    }

    private void checkNumbers() {
        Requirements.workers(workers);
        Requirements.positive("--executions", executions);
        Requirements.time("--budget", budget, "60s");
        strategies.forEach(Requirements::strategy);
    }

    private List<LoadedDriver> drivers() {
        DriverCatalog catalog = DriverCatalog.ofProject();
        List<Path> paths = classPath.paths();
        return names.isEmpty()
                ? catalog.all()
                : names.stream()
                        .distinct()
                        .map(name -> catalog.find(name, paths))
                        .toList();
    }
}

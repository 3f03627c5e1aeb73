package dev.yank.harness.cli;

import dev.yank.harness.bench.DriverBench;
import dev.yank.harness.bench.DriverCatch;
import dev.yank.harness.bench.SubjectBench;
import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.UsageException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank bench drivers`: how soon strategies catch drivers that are known to break a rule.
@Command(
        name = "drivers",
        mixinStandardHelpOptions = true,
        description = "Counts the executions until a driver is seen to break the rule that it is known to break, over"
                + " trials with the seeds 1, 2, 3 and so on, with random programs as in a run.")
final class BenchDriversCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Drivers that are known to break a rule (default: all of them).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Can be given several times (default: those that 'bench subjects' compares).")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Trials for each driver and strategy (default: ${DEFAULT-VALUE}).")
    private int seeds = 5;

    @Option(
            names = "--executions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "After so many executions a trial is given up (default: ${DEFAULT-VALUE}).")
    private int executions = 20_000;

    @Option(
            names = "--processes",
            paramLabel = "N..M",
            defaultValue = "2..4",
            converter = ProcessRange.Converter.class,
            description = "How many processes a program has (default: ${DEFAULT-VALUE}).")
    private ProcessRange processes = new ProcessRange(2, 4);

    @Option(names = "--workers", paramLabel = "N", description = "Threads that do trials (default: one a core).")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        strategies.forEach(Requirements::strategy);
        Requirements.positive("--seeds", seeds);
        Requirements.positive("--executions", executions);
        Requirements.positive("--workers", workers);
        List<LoadedDriver> drivers = drivers();
        var programs = new RandomPrograms(processes.fewest(), processes.most());
        var bench = new DriverBench(
                strategies.isEmpty() ? SubjectBench.STRATEGIES : strategies,
                seeds,
                executions,
                workers,
                (device, seed) -> programs.program(device.kind(), seed));
        int steps = drivers.size() * bench.strategies().size();
        List<DriverCatch> results;
        try (var progress = BenchProgress.on(spec.commandLine().getErr(), steps)) {
            results = bench.run(drivers, one -> progress.finished(one.driver(), one.strategy()));
        }
        PrintWriter out = spec.commandLine().getOut();
        var report = new CatchReport(results, executions);
        switch (format.chosen()) {
            case TEXT -> out.print(report.text());
            case JSON -> out.println(report.json());
        }
        out.flush();
        return 0;
    }

    private List<LoadedDriver> drivers() {
        DriverCatalog catalog = DriverCatalog.ofProject();
        if (names.isEmpty()) {
            return catalog.all().stream()
                    .filter(driver -> driver.about().breaks().isPresent())
                    .toList();
        }
        List<LoadedDriver> drivers = names.stream()
                .distinct()
                .map(name -> catalog.find(name, List.of()))
                .toList();
        for (LoadedDriver driver : drivers) {
            if (driver.about().breaks().isEmpty()) {
                throw new UsageException("Driver " + driver.about().name()
                        + " is not known to break a rule, so there is nothing to wait for; see ./yank list drivers.");
            }
        }
        return drivers;
    }
}

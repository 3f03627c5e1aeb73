package dev.yank.harness.cli;

import dev.yank.harness.bench.LoadedSubject;
import dev.yank.harness.bench.Published;
import dev.yank.harness.bench.Rate;
import dev.yank.harness.bench.Rates;
import dev.yank.harness.bench.SubjectBench;
import dev.yank.harness.bench.SubjectCatalog;
import dev.yank.harness.cli.Table.Side;
import dev.yank.harness.run.DriverCatalog;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank bench rate`: executions a second.
@Command(
        name = "rate",
        mixinStandardHelpOptions = true,
        description = "Measures executions a second of drivers and subjects under each strategy, every oracle on.")
final class BenchRateCommand implements Callable<Integer> {

    private static final List<String> DEFAULT_NAMES = List.of("v1", "pl061-rust-revocable", "edu-gated");

    @Parameters(
            paramLabel = "NAME",
            arity = "0..*",
            description = "Drivers that conform, and subjects without a bug (default: v1 and one driver a device).")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "Can be given several times (default: those that 'bench subjects' compares).")
    private List<String> strategies = new ArrayList<>();

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that run at once; with more than one, the rate of one is measured too.")
    private int workers = 1;

    @Option(
            names = "--round",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "Processor time of a round; the best of three counts, after one to warm up.")
    private Duration round = Duration.ofSeconds(1);

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        check();
        List<Rate> rates = new ArrayList<>();
        for (String name : names.isEmpty() ? present() : names) {
            for (String strategy : strategies.isEmpty() ? SubjectBench.STRATEGIES : strategies) {
                rates.addAll(measure(name, strategy));
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format.chosen()) {
            case TEXT -> text(out, rates);
            case JSON ->
                out.println(Json.of(rates.stream().map(BenchRateCommand::json).toList()));
        }
        out.flush();
        return 0;
    }

    private void check() {
        strategies.forEach(Requirements::strategy);
        Requirements.workers(workers);
        Requirements.time("--round", round, "1s");
    }

    /// The names that are measured by default, as far as there is something of that name.
    private static List<String> present() {
        return DEFAULT_NAMES.stream()
                .filter(name -> subject(name).isPresent()
                        || DriverCatalog.ofProject().all().stream()
                                .anyMatch(driver -> driver.about().name().equals(name)))
                .toList();
    }

    private List<Rate> measure(String name, String strategy) {
        List<Rate> rates = new ArrayList<>();
        rates.add(measure(name, strategy, 1));
        if (workers > 1) {
            rates.add(measure(name, strategy, workers));
        }
        return rates;
    }

    private Rate measure(String name, String strategy, int threads) {
        var meter = new Rates(threads, 3, round);
        return subject(name)
                .map(subject -> meter.of(subject, strategy))
                .orElseGet(() -> meter.of(DriverCatalog.ofProject().find(name, List.of()), strategy));
    }

    private static Optional<LoadedSubject> subject(String name) {
        return SubjectCatalog.ofProject().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static void text(PrintWriter out, List<Rate> rates) {
        var table = new Table()
                .column("driver or subject", Side.LEFT)
                .column("strategy", Side.LEFT)
                .column("workers", Side.RIGHT)
                .column("executions/s", Side.RIGHT)
                .column("a CPU second", Side.RIGHT)
                .column("events", Side.RIGHT)
                .column("decisions", Side.RIGHT)
                .column("ns/event", Side.RIGHT);
        rates.forEach(rate -> table.row(
                rate.name(),
                rate.strategy(),
                Integer.toString(rate.workers()),
                String.format(Locale.ROOT, "%,.0f", rate.perSecond()),
                String.format(Locale.ROOT, "%,.0f", rate.perCpuSecond()),
                String.format(Locale.ROOT, "%.1f", rate.events()),
                String.format(Locale.ROOT, "%.1f", rate.decisions()),
                String.format(Locale.ROOT, "%.0f", rate.nanosPerEvent())));
        out.print(table);
        rates.stream()
                .filter(rate -> rate.name().equals("v1") && rate.workers() == 1)
                .max((a, b) -> Double.compare(a.perCpuSecond(), b.perCpuSecond()))
                .ifPresent(best -> beside(out, best));
        out.println();
        for (int i = 1; i < rates.size(); i++) {
            scaling(out, rates.get(i - 1), rates.get(i));
        }
    }

    /// Others' rates of the same subject.
    private static void beside(PrintWriter out, Rate ours) {
        out.printf("%nv1, executions a CPU second:%n%n");
        var table = new Table()
                .column("tool", Side.LEFT)
                .column("measured", Side.RIGHT)
                .column("Yank, times as fast", Side.RIGHT);
        for (Published.Rate other : Published.read().rates()) {
            table.row(
                    other.tool(),
                    other.from() == other.to()
                            ? String.format(Locale.ROOT, "%,d", other.to())
                            : String.format(Locale.ROOT, "%,d-%,d", other.from(), other.to()),
                    String.format(Locale.ROOT, "%,.1f", ours.perCpuSecond() / other.to()));
        }
        table.row("Yank, " + ours.strategy(), String.format(Locale.ROOT, "%,.0f", ours.perCpuSecond()), "1.0");
        out.print(table);
    }

    private static void scaling(PrintWriter out, Rate one, Rate several) {
        if (several.workers() > 1) {
            out.printf(
                    Locale.ROOT,
                    "%s, %s: %d workers make %.2f times as many executions as one, a CPU second of each"
                            + " (%.2f times by the clock).%n",
                    several.name(),
                    several.strategy(),
                    several.workers(),
                    several.workers() * several.perCpuSecond() / one.perCpuSecond(),
                    several.perSecond() / one.perSecond());
        }
    }

    private static Map<String, Object> json(Rate rate) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", rate.name());
        object.put("strategy", rate.strategy());
        object.put("workers", rate.workers());
        object.put("executions", rate.executions());
        object.put("perSecond", Math.round(rate.perSecond()));
        object.put("perCpuSecond", Math.round(rate.perCpuSecond()));
        object.put("events", rate.events());
        object.put("decisions", rate.decisions());
        return object;
    }
}

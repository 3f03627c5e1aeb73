package dev.yank.harness.cli;

import dev.yank.harness.bench.Costs;
import dev.yank.harness.cli.Table.Side;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `yank bench cost`: what each part of an execution costs.
@Command(
        name = "cost",
        mixinStandardHelpOptions = true,
        description = "Measures what an execution, a task, a scheduling point, a switch and an event cost.")
final class BenchCostCommand implements Callable<Integer> {

    @Option(
            names = "--round",
            paramLabel = "TIME",
            defaultValue = "500ms",
            converter = DurationConverter.class,
            description = "Processor time for each part (default: ${DEFAULT-VALUE}).")
    private Duration round = Duration.ofMillis(500);

    @Mixin
    private FormatOption format = new FormatOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Requirements.time("--round", round, "500ms");
        PrintWriter out = spec.commandLine().getOut();
        Costs costs = Costs.measure(round);
        switch (format.chosen()) {
            case TEXT -> out.print(table(costs));
            case JSON -> out.println(Json.of(json(costs)));
        }
        out.flush();
        return 0;
    }

    private static Table table(Costs costs) {
        var table = new Table().column("cost of", Side.LEFT).column("ns", Side.RIGHT);
        costs.parts().forEach(part -> table.row(part.name(), String.format(Locale.ROOT, "%,.1f", part.nanos())));
        return table;
    }

    private static Map<String, Object> json(Costs costs) {
        Map<String, Object> object = new LinkedHashMap<>();
        costs.parts().forEach(part -> object.put(part.name(), Math.round(10 * part.nanos()) / 10.0));
        return object;
    }
}

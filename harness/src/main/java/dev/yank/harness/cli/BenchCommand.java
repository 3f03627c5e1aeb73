package dev.yank.harness.cli;

import dev.yank.harness.run.Bench;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.schedule.Strategies;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank bench`: how many executions a second, on one core.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures executions a second of one driver on one core: three processes of four operations, every"
                        + " oracle on.")
final class BenchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DRIVER", arity = "0..1", defaultValue = "pl061-rust-revocable")
    private String driver = "pl061-rust-revocable";

    @Option(names = "--strategy", paramLabel = "NAME", defaultValue = Strategies.DEFAULT)
    private String strategy = Strategies.DEFAULT;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "A round takes so long.")
    private int seconds = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        StressCommand.requireStrategy(strategy);
        if (seconds < 1) {
            throw new UsageException("--seconds must be at least 1, but is " + seconds + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        var bench = new Bench(DriverCatalog.ofProject().find(driver, List.of()), strategy);
        for (int round = 0; round < 4; round++) {
            Bench.Measured measured = bench.measure(Duration.ofSeconds(seconds));
            out.printf(
                    Locale.ROOT,
                    "%s %,10.0f executions/s, %,10.0f a CPU second, %.1f events and %.1f decisions an execution, %.0f"
                            + " ns an event%n",
                    round == 0 ? "warm-up" : "round " + round,
                    measured.perSecond(),
                    measured.perCpuSecond(),
                    measured.events(),
                    measured.decisions(),
                    1e9 / measured.perCpuSecond() / measured.events());
            out.flush();
        }
        return 0;
    }
}

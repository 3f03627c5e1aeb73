package dev.yank.harness.cli;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.Replayer;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank replay`: one execution again.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Repeats the execution of a token, checks it event by event, and prints its counterexample.",
        footer = {
            "",
            "Exits with 1 where the driver should conform, with 0 where it is known to break that rule, and with 3"
                    + " where",
            "the execution is not the recorded one."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOKEN", description = "The last word of a counterexample.")
    private String token = "";

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Jars and folders with drivers of your own.")
    private String classPath = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Counterexample found = new Replayer(DriverCatalog.ofProject()).replay(token, StressCommand.paths(classPath));
        out.print(Reports.reporting().text(found, Results.columns()));
        out.flush();
        boolean expected =
                found.driver().breaks().filter(found.finding().rule()::equals).isPresent();
        return (expected ? ExitStatus.AS_EXPECTED : ExitStatus.VIOLATION).number();
    }
}

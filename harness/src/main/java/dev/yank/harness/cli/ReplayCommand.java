package dev.yank.harness.cli;

import dev.yank.harness.linux.ProgramToken;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.Replayer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "the execution is not the recorded one.",
            "A token of the target linux is performed 5 times on that kernel; exits with 1 if it showed its bug at"
                    + " least once."
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOKEN", arity = "0..1", description = "The last word of a counterexample.")
    private String token = "";

    @Option(
            names = "--last",
            description = "Say which executions the last run broke off in, if it did, and how to repeat them.")
    private boolean last;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where that run wrote its results (default: .yank beside the launcher).")
    private Path folder = Path.of("");

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "",
            description = "For a token of the target linux: where guests are kept, as for 'yank linux prepare'.")
    private Path cache = Path.of("");

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    /// The verdict is the same whether or not it can be shown.
    private void print(Counterexample found) {
        try {
            spec.commandLine().getOut().print(Reports.reporting().text(found, Results.columns()));
        } catch (RuntimeException e) {
            spec.commandLine()
                    .getErr()
                    .println("yank: The counterexample could not be shown (" + Reports.reason(e) + "); the execution"
                            + " broke " + found.finding().rule() + " as recorded.");
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (last) {
            return LastExecutions.show(Reports.folder(folder), out);
        }
        if (token.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TOKEN'.");
        }
        if (token.startsWith(ProgramToken.PREFIX)) {
            return LinuxReplay.run(token, cache, out);
        }
        Counterexample found = new Replayer(DriverCatalog.ofProject()).replay(token, classPath.paths());
        print(found);
        out.flush();
        boolean expected =
                found.driver().breaks().filter(found.finding().rule()::equals).isPresent();
        return (expected ? ExitStatus.AS_EXPECTED : ExitStatus.VIOLATION).number();
    }
}

package dev.yank.harness.cli;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `yank bench`: how good and how fast the harness itself is.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            BenchCostCommand.class,
            BenchRateCommand.class,
            BenchSubjectsCommand.class,
            BenchDriversCommand.class
        },
        description = "Measures the harness: what an execution costs, how many there are a second, how many schedules"
                + " strategies need for known bugs, beside published figures, and how soon they catch drivers that"
                + " are known to break a rule. Without a command: all four.")
final class BenchCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine command = spec.commandLine();
        for (String part : List.of("cost", "rate", "subjects", "drivers")) {
            int status = requireNonNull(command.getSubcommands().get(part)).execute();
            if (status != 0) {
                return status;
            }
            command.getOut().println();
        }
        return 0;
    }
}

package dev.yank.harness.cli;

import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.Preparation;
import dev.yank.harness.linux.guest.PreparationLog;
import dev.yank.harness.run.ExitStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `yank linux prepare`: fetches a kernel, builds the agent, boots once and saves the state.
@Command(
        name = "prepare",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches a stock Debian kernel with apt's own tools, builds the agent, boots once in QEMU and saves a"
                    + " snapshot.",
            "Nothing is installed; everything is in one folder of the cache. What is there and unchanged is not made"
                    + " again."
        })
final class LinuxPrepareCommand implements Callable<Integer> {

    @Option(
            names = "--arch",
            paramLabel = "arm64|amd64",
            defaultValue = "arm64",
            description = "The processor that is emulated (default: ${DEFAULT-VALUE}).")
    private String architecture = "arm64";

    @Option(
            names = "--kernel",
            paramLabel = "6.1|6.12|7.2",
            defaultValue = "6.1",
            description = "Which line of kernels (default: ${DEFAULT-VALUE}).")
    private String kernel = "6.1";

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "",
            description =
                    "Where guests are kept (default: yank/linux in XDG_CACHE_HOME, or in .cache of the home folder).")
    private Path cache = Path.of("");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        Image image = new Preparation(
                        Guests.flavour(architecture, kernel), Guests.cache(cache), Guests.agent(), new Lines())
                .prepare();
        PrintWriter out = spec.commandLine().getOut();
        out.println("ready: " + image.flavour() + ", Linux " + image.release() + ", in " + image.folder());
        out.println("booted with: " + image.bootOptions());
        return ExitStatus.AS_EXPECTED.number();
    }

    /// A line for each step.
    private final class Lines implements PreparationLog {

        @Override
        public void begins(String what) {
            PrintWriter err = spec.commandLine().getErr();
            err.print(what + "… ");
            err.flush();
        }

        @Override
        public void done(String how) {
            spec.commandLine().getErr().println(how);
        }
    }
}

package dev.yank.harness.cli;

import dev.yank.harness.targets.Target.Abilities;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// What `stress` is told about the target.
final class LinuxOptions {

    @Option(
            names = "--target",
            paramLabel = "simulated|linux",
            defaultValue = "simulated",
            description = "What programs are performed on: drivers ported to the simulated kernel, or a stock Linux"
                    + " kernel in QEMU (default: ${DEFAULT-VALUE}).")
    private String target = "simulated";

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            defaultValue = "pl061",
            description = "With --target linux: which driver of the kernel (default: ${DEFAULT-VALUE}).")
    private String subject = "pl061";

    @Option(
            names = "--kernel",
            paramLabel = "6.1|6.12|7.2",
            defaultValue = "6.1",
            description = "With --target linux: which kernel (default: ${DEFAULT-VALUE}).")
    private String kernel = "6.1";

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            defaultValue = "",
            description = "With --target linux: where guests are kept, as for 'yank linux prepare'.")
    private Path cache = Path.of("");

    /// What programs are performed on.
    Abilities target() {
        return Targets.named(target);
    }

    String subject() {
        return subject;
    }

    String kernel() {
        return kernel;
    }

    Path cache() {
        return cache;
    }
}

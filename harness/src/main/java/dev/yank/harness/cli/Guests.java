package dev.yank.harness.cli;

import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.harness.run.UsageException;
import java.nio.file.Path;

/// Where guests and the agent's sources are.
final class Guests {

    private Guests() {}

    /// The folder asked for, or `yank/linux` in the user's cache.
    static Path cache(Path asked) {
        if (!asked.toString().isEmpty()) {
            return asked;
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home", "."), ".cache")
                : Path.of(configured);
        return base.resolve("yank").resolve("linux");
    }

    /// The folder with the sources of the agent.
    static Path agent() {
        return Path.of(System.getProperty("yank.home", "")).resolve("drivers-under-test/linux-agent");
    }

    /// The guest that two options name.
    static Flavour flavour(String architecture, String kernel) {
        try {
            return new Flavour(Architecture.named(architecture), KernelLine.numbered(kernel));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}

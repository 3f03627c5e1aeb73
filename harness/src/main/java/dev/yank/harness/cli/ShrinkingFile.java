package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.ShrinkingLog;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.shrink.AttemptLog;
import dev.yank.model.spec.device.DeviceOperation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes every attempt to make a counterexample smaller, one a line: the driver, a number, what the attempt was
/// for, whether it failed, and what was performed how.
final class ShrinkingFile implements ShrinkingLog, AutoCloseable {

    private final @Nullable PrintWriter out;

    private ShrinkingFile(@Nullable PrintWriter out) {
        this.out = out;
    }

    /// @param file where to write; empty for nowhere
    /// @throws UsageException where that cannot be written
    static ShrinkingFile at(Path file) {
        if (file.toString().isEmpty()) {
            return new ShrinkingFile(null);
        }
        try {
            return new ShrinkingFile(new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UsageException("The attempts to shrink cannot be written to " + file.toAbsolutePath() + " ("
                    + Reports.reason(e) + "); choose another file with --log-shrinking.");
        }
    }

    @Override
    public AttemptLog about(DriverUnderTest driver) {
        return out == null ? AttemptLog.SILENT : new Attempts(out, driver.name());
    }

    /// Numbers the attempts on one driver.
    private static final class Attempts implements AttemptLog {

        private final PrintWriter out;
        private final String driver;

        @Var
        private int number;

        Attempts(PrintWriter out, String driver) {
            this.out = out;
            this.driver = driver;
        }

        @Override
        public void attempted(Phase phase, Program program, String strategy, boolean fails) {
            out.printf(
                    Locale.ROOT,
                    "%s %d %s %s %s under %s%n",
                    driver,
                    ++number,
                    phase.name().toLowerCase(Locale.ROOT),
                    fails ? "FAILS" : "passes",
                    text(program),
                    strategy);
        }
    }

    private static String text(Program program) {
        String processes = program.processes().stream().map(ShrinkingFile::text).collect(Collectors.joining(" | "));
        String fault = program.faultAt() == 0 ? "" : " with acquisition " + program.faultAt() + " failing";
        return "[" + text(program.setUp()) + " || " + processes + "]" + fault;
    }

    private static String text(List<DeviceOperation> operations) {
        return operations.stream()
                .map(operation -> operation.f()
                        + operation.value().stream().map(String::valueOf).collect(Collectors.joining(" ", "(", ")")))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        if (out != null) {
            out.close();
        }
    }
}

package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.ShrinkingLog;
import dev.yank.harness.shrink.AttemptLog;
import dev.yank.model.spec.device.DeviceOperation;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes every attempt to make a counterexample smaller, one a line: the driver, a number, what the attempt was
/// for, whether it failed, and what was performed how.
///
/// @param out where to
record ShrinkingFile(LineFile out) implements ShrinkingLog {

    @Override
    public AttemptLog about(DriverUnderTest driver) {
        return out.isOpen() ? new Attempts(out, driver.name()) : AttemptLog.SILENT;
    }

    /// Numbers the attempts on one driver.
    private static final class Attempts implements AttemptLog {

        private final LineFile out;
        private final String driver;

        @Var
        private int number;

        Attempts(LineFile out, String driver) {
            this.out = out;
            this.driver = driver;
        }

        @Override
        public void attempted(Phase phase, Program program, String strategy, boolean fails) {
            out.line(driver + " " + ++number + " " + phase.name().toLowerCase(Locale.ROOT) + " "
                    + (fails ? "FAILS" : "passes") + " " + text(program) + " under " + strategy);
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
}

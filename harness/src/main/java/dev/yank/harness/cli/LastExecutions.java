package dev.yank.harness.cli;

import dev.yank.harness.run.BlackBox;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/// What a run was performing when it broke off.
final class LastExecutions {

    private static final String FILE = "last-executions";

    private LastExecutions() {}

    /// The black box of a run.
    ///
    /// @throws UsageException where it cannot be written
    static BlackBox box(Path folder, int workers) {
        try {
            return BlackBox.create(folder.resolve(FILE), workers);
        } catch (IOException e) {
            throw new UsageException("Results cannot be written to " + folder.toAbsolutePath() + " ("
                    + Reports.reason(e) + "); choose another folder with --out.");
        }
    }

    /// Says it where the run before this one broke off.
    static void remindOf(Path folder, PrintWriter err) {
        List<BlackBox.Lost> lost = BlackBox.lost(folder.resolve(FILE));
        if (!lost.isEmpty()) {
            err.println("The run before this one broke off.");
            tell(lost, err);
        }
    }

    /// Says which executions were not over, and how to repeat them.
    static void tell(List<BlackBox.Lost> lost, PrintWriter out) {
        for (BlackBox.Lost one : lost) {
            out.println("Worker " + one.worker() + " was in its execution " + one.execution() + ", of " + one.driver()
                    + "; repeat it with: ./yank replay " + one.token());
        }
        out.flush();
    }

    /// @throws UsageException where no run broke off
    static int show(Path folder, PrintWriter out) {
        List<BlackBox.Lost> lost = BlackBox.lost(folder.resolve(FILE));
        if (lost.isEmpty()) {
            throw new UsageException("The last run that wrote to " + folder.toAbsolutePath()
                    + " did not break off in an execution; give the token of a counterexample.");
        }
        tell(lost, out);
        return ExitStatus.AS_EXPECTED.number();
    }
}

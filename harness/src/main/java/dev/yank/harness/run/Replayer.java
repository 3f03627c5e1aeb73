package dev.yank.harness.run;

import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.KernelEvent;
import java.nio.file.Path;
import java.util.List;

/// Repeats the execution of a token and checks it event by event.
public final class Replayer {

    private final DriverCatalog catalog;

    public Replayer(DriverCatalog catalog) {
        this.catalog = catalog;
    }

    /// The counterexample that the token stands for.
    ///
    /// @param classPath where a driver that is not the project's is found
    /// @throws UsageException where the token is damaged, of another version, or of a driver that is not
    /// there
    /// @throws HarnessFailure where the execution is not the recorded one
    public Counterexample replay(String text, List<Path> classPath) {
        ReplayToken token = ReplayToken.parse(text);
        LoadedDriver driver = catalog.find(token.driver(), classPath);
        var explorer = new Explorer(driver);
        Judged judged = explorer.run(token.program(), new Replay(token.schedule()), 0, Tracing.KEEP);
        List<KernelEvent> trace = judged.outcome().trace();
        if (token.rule().isEmpty()) {
            RuleId rule = judged.findings().stream()
                    .findFirst()
                    .orElseThrow(() -> new HarnessFailure("The execution came to its end and broke no rule; what"
                            + " stopped it when the token was written does not stop it here."))
                    .rule();
            return new Evidence(driver, explorer).of(rule, token.program(), token.schedule(), token.origin());
        }
        int difference = token.digest().firstDifference(trace);
        if (difference != 0) {
            throw new HarnessFailure("The replay diverges at event " + difference + " of "
                    + token.digest().events() + describe(trace, difference)
                    + "; driver or harness are not those that wrote the token.");
        }
        return new Evidence(driver, explorer).of(token.rule().get(), token.program(), token.schedule(), token.origin());
    }

    private static String describe(List<KernelEvent> trace, int event) {
        if (event > trace.size()) {
            return " (it ended there)";
        }
        KernelEvent seen = trace.get(event - 1);
        return " (" + seen.kind() + (seen.note().isEmpty() ? "" : " " + seen.note()) + ")";
    }
}

package dev.yank.reports;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every page there is, of a run in which everything occurs: one failure for each oracle, caught or not
/// expected, a driver that was missed, one about which nothing can be said, one whose words are hostile.
public final class AllPages {

    /// Known-bad drivers, one for each oracle.
    public static final List<String> CAUGHT = RecordedFailure.ofEachOracle().values().stream()
            .map(found -> found.driver().name())
            .toList();

    /// A driver that was not expected to break a rule.
    public static final String ACCUSED = "pl061-hopeful";

    /// A driver that is known to break a rule, and did not.
    public static final String MISSED = "pl061-lucky";

    /// A driver about which nothing can be said.
    public static final String INCONCLUSIVE = "pl061-idle";

    private AllPages() {}

    /// Makes the pages in a folder, as `./yank stress` and `./yank report` do.
    public static void make(Path folder) throws IOException {
        List<DriverResult> drivers = new ArrayList<>();
        for (String name : CAUGHT) {
            drivers.add(Runs.violates(RecordedFailure.of(name)));
        }
        Counterexample wakes = RecordedFailure.of("pl061-cdev-disconnect-forgets-sleepers");
        drivers.add(Runs.violates(Runs.against(ACCUSED, wakes)));
        drivers.add(Runs.survives(MISSED, "R24"));
        drivers.add(Runs.inconclusive(INCONCLUSIVE));
        drivers.add(Runs.conforms("pl061-rust-revocable"));
        drivers.add(Runs.violates(HostileWords.counterexample()));
        var reporting = new StandardReporting(folder.resolve("no tests"));
        reporting.write(Runs.run(drivers.toArray(new DriverResult[0])), folder);
        reporting.html(folder);
    }
}

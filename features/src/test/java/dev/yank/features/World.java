package dev.yank.features;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one scenario has said so far.
public final class World {

    private static final DriverCatalog CATALOG = DriverCatalog.ofProject();

    private final Story story = new Story();
    private final SortedSet<RuleId> tags = new TreeSet<>();
    private final SortedSet<RuleId> judgedBy = new TreeSet<>();

    @Var
    private @Nullable LoadedDriver driver;

    @Var
    private @Nullable Explorer explorer;

    @Var
    private @Nullable Judged played;

    /// Chooses the driver.
    void choose(String name) {
        driver = CATALOG.find(name, List.of());
        explorer = new Explorer(driver());
        ScenarioFacts.tell(driver().about());
    }

    /// The driver of the scenario.
    LoadedDriver driver() {
        LoadedDriver chosen = driver;
        if (chosen == null) {
            throw new IllegalStateException("No driver was chosen; begin with: Given the \"...\" driver.");
        }
        return chosen;
    }

    /// What the scenario tells.
    Story story() {
        return story;
    }

    /// The scenario is tagged with a rule.
    void tag(RuleId rule) {
        tags.add(rule);
    }

    /// The rules that the scenario is tagged with.
    SortedSet<RuleId> tags() {
        return tags;
    }

    /// A step judges by a rule, which must be one that the scenario is tagged with.
    void judges(RuleId rule) {
        if (!tags.contains(rule)) {
            throw new IllegalStateException(
                    "A step judges by " + rule + ", but the scenario is tagged " + tags + "; name the same rule.");
        }
        judgedBy.add(rule);
    }

    /// The rules by which steps have judged.
    SortedSet<RuleId> judgedBy() {
        return judgedBy;
    }

    /// The last performance of the story, if it was performed at all.
    Optional<Judged> lastPerformance() {
        return Optional.ofNullable(played);
    }

    /// Performs the story as told so far: each goes on only where nobody before can.
    Judged play() {
        driver();
        Explorer chosen = explorer;
        if (chosen == null) {
            throw new IllegalStateException("There is a driver and nothing to perform on it.");
        }
        Judged judged = chosen.run(story.program(), new Replay(Schedule.ORDINARY), 0, Tracing.KEEP);
        played = judged;
        return judged;
    }

    /// What somebody was answered last.
    @SuppressWarnings("ReferenceEquality") // the same operation may be told twice; this very one is meant
    Response answerTo(String who) {
        DeviceOperation asked = story.lastOf(who);
        Judged judged = play();
        HistoryRecorder history = judged.outcome().history();
        for (int i = 0; i < history.size(); i++) {
            if (history.operation(i) == asked) {
                return history.response(i)
                        .orElseThrow(() -> new AssertionError("The " + who + " was never answered: " + asked.f()
                                + " did not complete." + findings(judged)));
            }
        }
        throw new AssertionError("The " + who + " never came to " + asked.f() + ", because "
                + (judged.isViolation() ? "the story ended before." : "the file is not open.") + findings(judged));
    }

    /// What was found, one line a finding, and how to replay it; empty where nothing was.
    String findings(Judged judged) {
        if (!judged.isViolation()) {
            return "";
        }
        Program program = story.program();
        return judged.findings().stream()
                        .map(finding -> "\n  " + finding.rule() + " is broken: " + finding.sentence())
                        .collect(Collectors.joining())
                + ReplayLine.of(driver(), program);
    }
}

package dev.yank.features;

import dev.yank.harness.run.Explorer.Judged;
import dev.yank.model.rule.RuleId;
import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.en.Then;
import java.util.Optional;

/// What the judges say about a story; and that a scenario is judged by the rules it is tagged with.
public final class RuleSteps {

    private final World world;

    public RuleSteps(World world) {
        this.world = world;
    }

    @Before
    public void readTags(Scenario scenario) {
        for (String tag : scenario.getSourceTagNames()) {
            if (!FeatureFiles.isOrigin(tag)) {
                world.tag(RuleId.parse(tag.substring(1)));
            }
        }
    }

    @Then("the harness finds that {rule} is broken")
    public void theHarnessFinds(RuleId rule) {
        world.judges(rule);
        Judged judged = world.play();
        if (judged.finding(rule).isEmpty()) {
            throw new AssertionError("The harness did not find that " + rule + " is broken on "
                    + world.driver().about().name() + "."
                    + (judged.isViolation() ? world.findings(judged) : " It found nothing at all."));
        }
    }

    /// A story breaks no rule but those it says it breaks, up to the last close; and each tag had its say.
    @After
    public void judgeByTheTags(Scenario scenario) {
        if (scenario.isFailed()) {
            return;
        }
        Optional<Judged> performance = world.lastPerformance();
        performance.ifPresent(this::requireNoBreach);
        for (RuleId rule : world.tags()) {
            boolean exercised = performance
                    .filter(judged -> Exercised.in(judged.outcome(), rule))
                    .isPresent();
            if (!exercised && !world.judgedBy().contains(rule)) {
                throw new AssertionError("The scenario is tagged @" + rule
                        + ", but nothing in it gave that rule anything to judge; tell a story that meets it.");
            }
        }
    }

    private void requireNoBreach(Judged judged) {
        if (world.judgedBy().isEmpty() && judged.isViolation()) {
            throw new AssertionError(
                    "The story breaks a rule on " + world.driver().about().name() + "." + world.findings(judged));
        }
    }
}

package dev.yank.reports.allure;

import dev.yank.harness.run.Counterexample;
import dev.yank.reports.text.Row;
import dev.yank.reports.text.Timeline;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.ArrayList;
import java.util.List;

/// A counterexample as steps of an Allure test, the same that its text shows.
final class AllureSteps {

    private AllureSteps() {}

    /// The steps; those at which the rule is broken have failed.
    ///
    /// @param time when they are said to have happened: an execution knows no time that a reader could use
    static List<StepResult> of(Counterexample counterexample, long time) {
        Timeline timeline = Timeline.of(counterexample);
        List<StepResult> steps = new ArrayList<>();
        for (Row row : timeline.rows()) {
            String lane = timeline.lanes().get(row.lane());
            StepResult step = new StepResult()
                    .setName(row.number() + ". " + lane + ": " + row.words().strip())
                    .setStage(Stage.FINISHED)
                    .setStatus(row.isFailure() ? Status.FAILED : Status.PASSED)
                    .setStart(time)
                    .setStop(time);
            row.mark()
                    .map(mark -> AllureWords.harmless(counterexample.finding().rule() + " violated: " + mark))
                    .ifPresent(message -> step.setStatusDetails(new StatusDetails().setMessage(message)));
            steps.add(step);
        }
        return steps;
    }
}

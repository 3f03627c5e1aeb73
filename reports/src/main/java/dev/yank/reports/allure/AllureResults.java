package dev.yank.reports.allure;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.model.rule.RuleId;
import dev.yank.model.rule.Verdict;
import dev.yank.reports.text.FileNames;
import dev.yank.reports.text.PlainText;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A run as Allure results: one test a driver, passed where the verdict is the expected one.
///
/// A known-bad driver that was caught has passed, and carries its counterexample. The identities of tests are
/// made from the names of the drivers, so that Allure recognises them from run to run.
final class AllureResults {

    private final OwnedFiles files;
    private final RunResult run;
    private final FileSystemResultsWriter writer;

    @Var
    private long time;

    /// @param written when, in milliseconds since 1970
    AllureResults(OwnedFiles files, RunResult run, long written) {
        this.files = files;
        this.run = run;
        this.writer = new FileSystemResultsWriter(files.folder());
        this.time = written
                - run.drivers().stream().mapToLong(AllureResults::milliseconds).sum();
    }

    /// Writes the result of one driver; to be called in the order of the drivers.
    ///
    /// @param artefacts what is known of its counterexample
    void write(DriverResult one, Map<Artefact, String> artefacts) throws IOException {
        long start = time;
        time += milliseconds(one);
        try {
            writer.write(test(one, start, time, artefacts));
        } catch (AllureResultsWriteException e) {
            throw OwnedFiles.explained(files.folder(), cause(e));
        }
    }

    private static IOException cause(AllureResultsWriteException thrown) {
        return thrown.getCause() instanceof IOException cause ? cause : new IOException(thrown.getMessage(), thrown);
    }

    private static long milliseconds(DriverResult result) {
        return Math.round(result.seconds() * 1000);
    }

    private TestResult test(DriverResult one, long start, long stop, Map<Artefact, String> artefacts)
            throws IOException {
        String name = PlainText.line(one.driver().name());
        String id = FileNames.id("driver", one.driver().name());
        // The same failure is the driver and its rule, whatever program and token show it.
        String rule = one.rule().or(one.driver()::breaks).map(RuleId::text).orElse("");
        var words = new AllureWords(run, one);
        TestResult test = new TestResult()
                .setUuid(id)
                .setHistoryId(FileNames.id("driver", one.driver().name(), rule))
                .setTestCaseId(id)
                .setName(name)
                .setFullName(PlainText.line(one.driver().className()))
                .setStage(Stage.FINISHED)
                .setStatus(status(one))
                .setStart(start)
                .setStop(stop)
                .setLabels(words.labels())
                .setParameters(words.parameters())
                .setDescriptionHtml(words.description());
        StatusDetails details = new StatusDetails().setMessage(words.message());
        if (one.counterexample().isPresent()) {
            Counterexample counterexample = one.counterexample().get();
            test.setSteps(AllureSteps.of(counterexample, start)).setAttachments(attachments(id, artefacts));
            if (!one.asExpected()) {
                details.setTrace(AllureWords.harmless(artefacts.getOrDefault(Artefact.COUNTEREXAMPLE, "")));
            }
        }
        return test.setStatusDetails(details);
    }

    private static Status status(DriverResult one) {
        if (one.verdict() instanceof Verdict.Inconclusive) {
            return Status.BROKEN;
        }
        return one.asExpected() ? Status.PASSED : Status.FAILED;
    }

    private List<Attachment> attachments(String id, Map<Artefact, String> artefacts) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Map.Entry<Artefact, String> one : artefacts.entrySet()) {
            Artefact artefact = one.getKey();
            String source = FileNames.id("attachment", id, artefact.title()) + "-attachment."
                    + artefact.format().ending();
            files.write(source, one.getValue());
            attachments.add(new Attachment()
                    .setName(artefact.title())
                    .setType(artefact.format().type())
                    .setSource(source));
        }
        return attachments;
    }
}

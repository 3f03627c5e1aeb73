package dev.yank.reports.allure;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.model.history.HistoryEdn;
import dev.yank.model.rule.Verdict;
import dev.yank.reports.text.CounterexampleText;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.text.TraceText;
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

/// A run as Allure results: one test a driver, passed where the verdict is the expected one.
///
/// A known-bad driver that was caught has passed, and carries its counterexample. The identities of tests are
/// made from the names of the drivers, so that Allure recognises them from run to run.
final class AllureResults {

    private final OwnedFiles files;
    private final RunResult run;
    private final long written;

    /// @param written when, in milliseconds since 1970
    AllureResults(OwnedFiles files, RunResult run, long written) {
        this.files = files;
        this.run = run;
        this.written = written;
    }

    void write() throws IOException {
        var writer = new FileSystemResultsWriter(files.folder());
        @Var long start = written - milliseconds(run.drivers());
        for (DriverResult one : run.drivers()) {
            long stop = start + milliseconds(List.of(one));
            try {
                writer.write(test(one, start, stop));
            } catch (AllureResultsWriteException e) {
                throw OwnedFiles.explained(files.folder(), cause(e));
            }
            start = stop;
        }
        new AllureSurroundings(run).write(files);
    }

    private static IOException cause(AllureResultsWriteException thrown) {
        return thrown.getCause() instanceof IOException cause ? cause : new IOException(thrown.getMessage(), thrown);
    }

    private static long milliseconds(List<DriverResult> results) {
        return results.stream()
                .mapToLong(one -> Math.round(one.seconds() * 1000))
                .sum();
    }

    private TestResult test(DriverResult one, long start, long stop) throws IOException {
        String name = PlainText.line(one.driver().name());
        String id = FileNames.id("driver", one.driver().name());
        var words = new AllureWords(run, one);
        TestResult test = new TestResult()
                .setUuid(id)
                .setHistoryId(id)
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
            test.setSteps(AllureSteps.of(counterexample, start)).setAttachments(attachments(id, counterexample));
            if (!one.asExpected()) {
                details.setTrace(AllureWords.harmless(text(counterexample)));
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

    private static String text(Counterexample counterexample) {
        return new CounterexampleText(CounterexampleText.STANDARD_WIDTH).of(counterexample);
    }

    private List<Attachment> attachments(String id, Counterexample counterexample) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        String command = PlainText.line(counterexample.replayCommand()) + "\n";
        attachments.add(attachment(id, "how to replay it", command));
        attachments.add(attachment(id, "counterexample", text(counterexample)));
        attachments.add(attachment(id, "history (EDN)", HistoryEdn.write(counterexample.history())));
        attachments.add(attachment(id, "trace, every event", TraceText.of(counterexample)));
        return attachments;
    }

    private Attachment attachment(String id, String name, String text) throws IOException {
        String source = FileNames.id("attachment", id, name) + "-attachment.txt";
        files.write(source, text);
        return new Attachment().setName(name).setType("text/plain").setSource(source);
    }
}

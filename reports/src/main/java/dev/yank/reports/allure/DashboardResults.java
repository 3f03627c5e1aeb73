package dev.yank.reports.allure;

import dev.yank.reports.text.FileNames;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What belongs to a run as a whole, as one result beside those of the drivers: pictures and pages.
public final class DashboardResults {

    /// Something to look at.
    ///
    /// @param title what it shows
    /// @param type the media type
    /// @param ending of its file, without the dot
    /// @param text what is in it
    public record Exhibit(String title, String type, String ending, String text) {}

    private DashboardResults() {}

    /// Writes the result into a folder.
    ///
    /// @param time when the run was, in milliseconds since 1970
    public static void write(Path folder, List<Exhibit> exhibits, long time) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Exhibit exhibit : exhibits) {
            String source = FileNames.id("exhibit", exhibit.title()) + "-attachment." + exhibit.ending();
            Files.write(folder.resolve(source), exhibit.text().getBytes(StandardCharsets.UTF_8));
            attachments.add(new Attachment()
                    .setName(exhibit.title())
                    .setType(exhibit.type())
                    .setSource(source));
        }
        String id = FileNames.id("the run as a whole");
        new FileSystemResultsWriter(folder)
                .write(new TestResult()
                        .setUuid(id)
                        .setHistoryId(id)
                        .setTestCaseId(id)
                        .setName("dashboards and rule book")
                        .setFullName("dev.yank.reports")
                        .setStage(Stage.FINISHED)
                        .setStatus(Status.PASSED)
                        .setStart(time)
                        .setStop(time)
                        .setLabels(List.of(
                                label("epic", "the run as a whole"),
                                label("feature", "dashboards"),
                                label("parentSuite", "the run as a whole"),
                                label("suite", "dashboards"),
                                label("package", "dev.yank.reports"),
                                label("framework", "yank")))
                        .setAttachments(attachments));
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }
}

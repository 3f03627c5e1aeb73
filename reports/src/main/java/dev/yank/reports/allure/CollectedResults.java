package dev.yank.reports.allure;

import dev.yank.reports.text.FileNames;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The results of several folders, brought together in one for the generator: completed by [ResultLabels],
/// without what is damaged, and with nothing in their messages that a browser would take for markup.
final class CollectedResults {

    private static final String RESULT = "-result.json";
    private static final String CONTAINER = "-container.json";
    private static final String ENVIRONMENT = "environment.properties";

    private final Path target;
    private final FileSystemResultsWriter writer;
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> identities = new HashSet<>(); // asked only, never iterated
    private final TreeSet<String> fingerprints = new TreeSet<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    /// @param target where they are brought together, a folder of its own
    CollectedResults(Path target) {
        this.target = target;
        this.writer = new FileSystemResultsWriter(target);
    }

    /// Adds what is in a folder.
    ///
    /// @throws IOException where the folder cannot be read, or the target not be written
    void add(Path folder) throws IOException {
        List<String> damaged = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            try {
                if (name.endsWith(RESULT)) {
                    add(folder, ResultJson.result(file), damaged);
                } else if (name.endsWith(CONTAINER)) {
                    add(ResultJson.container(file));
                } else if (name.equals(ENVIRONMENT)) {
                    addEnvironment(file);
                }
            } catch (AllureResultsWriteException e) {
                throw new IOException("they cannot be written to " + target + ": " + e.getMessage(), e);
            } catch (IOException | RuntimeException e) {
                damaged.add(name + " (" + said(e) + ")");
            }
        }
        if (!damaged.isEmpty()) {
            remarks.add("Of the results in " + folder + " " + damaged.size()
                    + (damaged.size() == 1 ? " file is" : " files are")
                    + " damaged or missing, and left out of the report: " + damaged.getFirst()
                    + (damaged.size() == 1 ? "." : " and others."));
        }
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private void add(Path folder, TestResult result, List<String> damaged) throws IOException {
        String identity = result.getHistoryId();
        ResultLabels.complete(result);
        if (!identities.add(String.valueOf(result.getHistoryId()))) {
            // Allure would take the second for another try of the first, and hide it.
            result.setHistoryId(identity);
        }
        harmless(result.getStatusDetails());
        result.setAttachments(present(folder, result.getAttachments(), damaged));
        for (StepResult step : result.getSteps()) {
            complete(folder, step, damaged);
        }
        writer.write(result);
        fingerprints.add(result.getUuid() + " " + result.getStart() + " " + result.getStatus());
    }

    private void complete(Path folder, StepResult step, List<String> damaged) throws IOException {
        harmless(step.getStatusDetails());
        step.setAttachments(present(folder, step.getAttachments(), damaged));
        for (StepResult inner : step.getSteps()) {
            complete(folder, inner, damaged);
        }
    }

    private static void harmless(StatusDetails details) {
        if (details != null) {
            details.setMessage(details.getMessage() == null ? null : AllureWords.harmless(details.getMessage()));
            details.setTrace(details.getTrace() == null ? null : AllureWords.harmless(details.getTrace()));
        }
    }

    /// The attachments that are there, copied.
    private List<Attachment> present(Path folder, List<Attachment> attachments, List<String> damaged)
            throws IOException {
        List<Attachment> present = new ArrayList<>();
        for (Attachment attachment : attachments) {
            String source = String.valueOf(attachment.getSource());
            Path file = folder.resolve(source).normalize();
            boolean isThere =
                    folder.normalize().equals(file.getParent()) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
            if (!isThere) {
                damaged.add(source);
            } else if (!Files.exists(target.resolve(source))) {
                Files.copy(file, target.resolve(source));
            }
            if (isThere) {
                present.add(attachment);
            }
        }
        return present;
    }

    /// Most containers of JUnit are empty; what they would say is said by labels.
    private void add(TestResultContainer container) {
        if (!container.getBefores().isEmpty() || !container.getAfters().isEmpty()) {
            writer.write(container);
        }
    }

    private void addEnvironment(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                environment.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
    }

    /// Writes what concerns all of them.
    ///
    /// @param build the number of this report in the history
    void finish(int build) throws IOException {
        AllureSurroundings.machine().forEach(environment::putIfAbsent);
        var lines = new StringBuilder();
        environment.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        write(ENVIRONMENT, lines.toString());
        write(AllureCategories.FILE, AllureCategories.json());
        write("executor.json", AllureSurroundings.executor(build, environment.getOrDefault("Seed", "")));
    }

    private void write(String name, String text) throws IOException {
        Files.write(target.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether there is nothing.
    boolean isEmpty() {
        return fingerprints.isEmpty();
    }

    /// Tells these results from others.
    String fingerprint() {
        return FileNames.id(fingerprints.toArray(new String[0]));
    }

    /// What is missing, one sentence each.
    List<String> remarks() {
        return remarks;
    }
}

package dev.yank.reports.allure;

import dev.yank.harness.run.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;

/// Makes one self-contained page of Allure results, with the Allure command line that the build has unpacked.
///
/// The page makes no request to any other machine: what the generator adds for that is taken out, what would
/// be left is refused, and a policy in the page tells browsers to refuse it too.
public final class AllureHtml {

    private static final long PATIENCE_MINUTES = 5;

    private static final String POLICY =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' data:"
                    + " blob: 'unsafe-inline' 'unsafe-eval'; form-action 'none'; base-uri 'none'\">";

    private final Path commandLine;

    /// @param commandLine the folder of the unpacked Allure command line, with `lib` and `config` in it
    public AllureHtml(Path commandLine) {
        this.commandLine = commandLine;
    }

    /// With the command line that the build of this project unpacks, found through the system property
    /// `yank.home`.
    ///
    /// @throws IOException with one sentence where the property is not set
    public static AllureHtml ofProject() throws IOException {
        String home = System.getProperty("yank.home");
        if (home == null) {
            throw new IOException(
                    "The HTML report cannot be made: the system property yank.home does not say where Yank is; start it"
                            + " with ./yank.");
        }
        return new AllureHtml(Path.of(home, "target", "allure-commandline"));
    }

    /// Makes `index.html` in `output` from the results in several folders; folders that are missing count as
    /// empty. What cannot be read is left out, and named in the remarks.
    ///
    /// @param history the folder that remembers earlier reports
    /// @return the page to open
    /// @throws IOException with one sentence where it cannot be made
    public ReportPage generate(List<Path> results, Path output, Path history) throws IOException {
        List<Path> present = results.stream().filter(Files::isDirectory).toList();
        if (present.isEmpty()) {
            throw new IOException("The HTML report cannot be made: there are no results in " + join(results)
                    + "; run something first.");
        }
        if (!Files.isDirectory(commandLine.resolve("lib"))) {
            throw new IOException("The HTML report cannot be made: there is no Allure command line in " + commandLine
                    + "; build Yank with mvn verify.");
        }
        try {
            Files.createDirectories(output);
            Path workshop = Files.createTempDirectory(output, ".making-");
            try {
                return generate(present, output.resolve("index.html"), new AllureHistory(history), workshop);
            } finally {
                OwnedFolder.delete(workshop);
            }
        } catch (HtmlFailure e) {
            throw e;
        } catch (IOException e) {
            throw new HtmlFailure("The HTML report cannot be written to " + output + ": " + e.getMessage()
                    + "; make room there or choose another folder.");
        }
    }

    private ReportPage generate(List<Path> folders, Path page, AllureHistory history, Path workshop)
            throws IOException {
        Path together = Files.createDirectory(workshop.resolve("results"));
        CollectedResults collected = new CollectedResults(together);
        for (Path folder : folders) {
            collected.add(folder);
        }
        List<String> remarks = new ArrayList<>(collected.remarks());
        Map<String, String> before = before(history, collected.fingerprint(), remarks);
        giveTo(together, before);
        collected.finish(AllureHistory.build(before));
        run(together, workshop);
        String clean = cleaned(Files.readString(workshop.resolve("html").resolve("index.html")));
        Path draft = Files.writeString(workshop.resolve("clean.html"), AllureHistory.without(clean));
        Files.move(draft, page, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        try {
            history.keep(clean, collected.fingerprint(), before);
        } catch (IOException e) {
            remarks.add("The next report will not know this one: " + e.getMessage() + ".");
        }
        return new ReportPage(page, remarks);
    }

    private static Map<String, String> before(AllureHistory history, String results, List<String> remarks) {
        try {
            return history.before(results);
        } catch (IOException e) {
            remarks.add("The report begins a new history, because of the one that was kept " + e.getMessage() + ".");
            return Map.of();
        }
    }

    private static void giveTo(Path results, Map<String, String> history) throws IOException {
        Path folder = Files.createDirectory(results.resolve("history"));
        for (Map.Entry<String, String> file : history.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static String cleaned(String page) throws IOException {
        String stripped = ForeignRequests.strip(page);
        List<String> foreign = ForeignRequests.in(stripped);
        if (!foreign.isEmpty()) {
            throw new HtmlFailure("The HTML report was thrown away: it would fetch " + foreign.getFirst()
                    + " from another machine; this version of the Allure command line is not one that Yank knows.");
        }
        return stripped.replaceFirst("<head>", "<head>\n    " + POLICY)
                .replaceFirst("</head>", Matcher.quoteReplacement("<style>\n" + additions() + "</style>\n</head>"));
    }

    private static String additions() throws IOException {
        try (InputStream in = AllureHtml.class.getResourceAsStream("additions.css")) {
            if (in == null) {
                throw new HtmlFailure("The HTML report cannot be made: additions.css is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(Path results, Path workshop) throws IOException {
        Path log = workshop.resolve("allure.log");
        ProcessBuilder builder = new ProcessBuilder(command(results, workshop.resolve("html")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing(workshop).toFile()));
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        // Where it looks for its own plugins.
        builder.environment().put("APP_HOME", commandLine.toAbsolutePath().toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new HtmlFailure(
                        "The HTML report was given up: Allure was not done after " + PATIENCE_MINUTES + " minutes.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HtmlFailure("The HTML report was interrupted.");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0
                || !Files.isRegularFile(workshop.resolve("html").resolve("index.html"))) {
            throw new HtmlFailure("The HTML report cannot be made: Allure ended with " + process.exitValue()
                    + " and said: " + lastLine(log));
        }
    }

    private static Path nothing(Path workshop) throws IOException {
        return Files.createFile(workshop.resolve("nothing"));
    }

    private List<String> command(Path results, Path output) {
        Path lib = commandLine.resolve("lib");
        String separator = System.getProperty("path.separator");
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                lib.resolve("*") + separator + lib.resolve("config"),
                "io.qameta.allure.CommandLine",
                "generate",
                "--single-file",
                "--output",
                output.toString(),
                results.toAbsolutePath().toString());
    }

    private static String lastLine(Path log) throws IOException {
        return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((_, last) -> last)
                .orElse("nothing.");
    }

    private static String join(List<Path> folders) {
        return String.join(", ", folders.stream().map(Path::toString).toList());
    }

    /// A failure whose message is a whole sentence already.
    private static final class HtmlFailure extends IOException {

        private static final long serialVersionUID = 1L;

        HtmlFailure(String sentence) {
            super(sentence);
        }
    }
}

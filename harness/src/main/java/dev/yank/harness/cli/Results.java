package dev.yank.harness.cli;

import dev.yank.harness.program.Shape;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.Origin;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.Reproducer;
import dev.yank.harness.run.RunResult;
import dev.yank.model.rule.RuleId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints the results of a run and writes them down. A failure to show something is said beside the verdict
/// and never changes it.
final class Results {

    /// Whose counterexamples are printed in full.
    enum Detail {
        /// Of every driver that broke a rule.
        ALL,
        /// Of drivers with a verdict that was not expected; of the others, the sentence and the replay
        /// command.
        UNEXPECTED
    }

    private static final int DEFAULT_COLUMNS = 120;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Reporting reporting;
    private final Path folder;

    Results(PrintWriter out, PrintWriter err, Reporting reporting, Path folder) {
        this.out = out;
        this.err = err;
        this.reporting = reporting;
        this.folder = folder;
    }

    /// Ctrl-C: keeps what was found so far.
    void interrupted(RunResult result, Format format) {
        err.println();
        err.printf(
                "interrupted: %d drivers were finished; what was found is in %s%n",
                result.drivers().size(), folder);
        show(result, format, Detail.UNEXPECTED);
    }

    void show(RunResult result, Format format, Detail detail) {
        write(result);
        switch (format) {
            case JSON -> out.println(json(result));
            case TEXT -> text(result, detail);
        }
        out.flush();
    }

    private void text(RunResult result, Detail detail) {
        out.println();
        out.print(shown("The table", () -> reporting.table(result, columns()), () -> lines(result)));
        if (detail == Detail.ALL) {
            out.println();
            for (DriverResult driver : result.drivers()) {
                out.println(CoverageWords.line(driver.driver().name(), driver.coverage()));
                out.println(CoverageWords.inconclusive(driver));
            }
        }
        for (DriverResult driver : result.drivers()) {
            GroupWords.lines(driver).forEach(out::println);
            driver.counterexample().ifPresent(found -> {
                out.println();
                out.print(shown(
                        "The counterexample of " + driver.driver().name(),
                        () -> detail == Detail.ALL || !driver.asExpected()
                                ? reporting.text(found, columns())
                                : reporting.brief(found, columns()),
                        () -> plain(found)));
            });
        }
    }

    /// A text, or, where whoever makes it breaks, a sentence that says so and the text without any finery.
    private String shown(String what, Supplier<String> text, Supplier<String> otherwise) {
        try {
            return text.get();
        } catch (RuntimeException | Error e) {
            err.println("yank: " + what + " is shown in the plainest way, because making it failed (" + said(e)
                    + "); the verdicts stand.");
            return otherwise.get();
        }
    }

    private static String lines(RunResult result) {
        return result.drivers().stream()
                .map(driver -> driver.driver().name() + ": " + driver.verdictWord()
                        + driver.rule().map(rule -> " " + rule).orElse("")
                        + ", expected: " + driver.driver().expectation() + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String plain(Counterexample found) {
        return found.driver().name() + ": " + found.finding().rule() + " violated: "
                + found.finding().sentence() + System.lineSeparator() + found.replayCommand() + System.lineSeparator();
    }

    private static String said(Throwable thrown) {
        return thrown instanceof Exception known ? Reports.reason(known) : thrown.toString();
    }

    private void write(RunResult result) {
        write(() -> reporting.write(result, folder));
        write(() -> writeReproducers(result));
        write(() -> Files.writeString(folder.resolve("result.json"), json(result) + System.lineSeparator()));
    }

    /// Each is tried, whatever becomes of the others.
    private void write(Writing writing) {
        try {
            writing.write();
        } catch (IOException | RuntimeException | Error e) {
            String reason = said(e).replaceFirst("\\.$", "");
            err.println("yank: The results could not all be written to " + folder + " (" + reason
                    + "); the verdicts stand.");
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    /// A test class for each counterexample, in a folder of their own; of those of earlier runs none is left.
    private void writeReproducers(RunResult result) throws IOException {
        Path reproducers = Files.createDirectories(folder.resolve("reproducers"));
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(reproducers, "*Test.java")) {
            for (Path file : earlier) {
                Files.delete(file);
            }
        }
        for (DriverResult driver : result.drivers()) {
            if (driver.counterexample().isPresent()) {
                Counterexample found = driver.counterexample().get();
                Files.writeString(
                        reproducers.resolve(Reproducer.className(found) + ".java"), Reproducer.source(found, ""));
            }
        }
    }

    private static String json(RunResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(
                "verdict", result.exitStatus().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("exit", result.exitStatus().number());
        object.put("seed", result.seed());
        object.put("drivers", result.drivers().stream().map(Results::json).toList());
        return Json.of(object);
    }

    private static Map<String, @Nullable Object> json(DriverResult driver) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("name", driver.driver().name());
        object.put("device", driver.driver().device().label());
        object.put("expected", driver.driver().expectation());
        object.put("verdict", driver.verdictWord());
        object.put("rule", driver.rule().map(RuleId::text).orElse(null));
        object.put("executions", driver.executions());
        object.put("seconds", Math.round(driver.seconds() * 1000) / 1000.0);
        object.put("toFirst", driver.toFirst() == 0 ? null : driver.toFirst());
        object.put("token", driver.counterexample().map(Counterexample::token).orElse(null));
        driver.counterexample().ifPresent(found -> object.put("shrinking", shrinking(found)));
        object.put("groups", driver.groups().stream().map(GroupWords::json).toList());
        object.put("coverage", CoverageWords.json(driver.coverage()));
        object.put(
                "inconclusive", driver.inconclusive().stream().map(RuleId::text).toList());
        return object;
    }

    private static Map<String, @Nullable Object> shrinking(Counterexample found) {
        Origin origin = found.origin();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("strategy", origin.strategy());
        object.put("shape", origin.shape().map(Shape::words).orElse(null));
        object.put("before", size(origin.operations(), origin.processes(), origin.switches()));
        object.put(
                "after",
                size(
                        found.program().size(),
                        found.program().processes().size(),
                        found.schedule().preemptions().size()));
        object.put("minimality", origin.minimality().label());
        return object;
    }

    private static Map<String, Integer> size(int operations, int processes, int switches) {
        Map<String, Integer> size = new LinkedHashMap<>();
        size.put("operations", operations);
        size.put("processes", processes);
        size.put("switches", switches);
        return size;
    }

    /// How wide the terminal is, as far as it says.
    static int columns() {
        String columns = System.getenv("COLUMNS");
        return columns != null && columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
    }
}

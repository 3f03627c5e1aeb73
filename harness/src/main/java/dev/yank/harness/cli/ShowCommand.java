package dev.yank.harness.cli;

import dev.yank.harness.check.HistorySpecs;
import dev.yank.harness.check.SuggestedSpec;
import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.examine.Examiner;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.run.UsageException;
import dev.yank.model.linearize.Limits;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `yank show`: an execution, or a recorded history, as a page.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Makes a page of an execution, step by step, or of a recorded history with the orders that"
                + " explain it.",
        footer = {"", "FILE is a recorded history, or the text of a counterexample, whose token is then shown."})
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TOKEN|FILE", description = "The last word of a counterexample, or a file.")
    private String what = "";

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Where to write the page (default: in .yank/timelines beside the launcher).")
    private @Nullable Path output;

    @Option(names = "--open", description = "Open the page in a browser.")
    private boolean open;

    @Mixin
    private ClassPathOption classPath = new ClassPathOption();

    @Option(names = "--spec", paramLabel = "NAME", description = "Of a history, as for ./yank check.")
    private @Nullable String specName;

    @Option(names = "--policy", paramLabel = "POLICY", description = "Of a history, as for ./yank check.")
    private String policy = "";

    @Option(names = "--partition", paramLabel = "KEY", description = "Of a history, as for ./yank check.")
    private @Nullable String partition;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "For a history (default: 60s).")
    private Duration timeout = Duration.ofSeconds(60);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    /// A page and what to call its file.
    private record Page(String name, String html) {}

    @Override
    public Integer call() {
        Page page = page();
        Path file = write(page);
        PrintWriter out = command.commandLine().getOut();
        out.println(file.toAbsolutePath());
        out.flush();
        if (open) {
            PageOpener.ofSystem().open(file, command.commandLine().getErr());
        }
        return 0;
    }

    private Page page() {
        Optional<Path> file = file();
        if (file.isEmpty()) {
            if (!ShownToken.isLike(what)) {
                throw new UsageException("There is no file '" + what
                        + "', and it is no replay token either; give the last word of a counterexample, or a file with"
                        + " a recorded history.");
            }
            return execution(new ShownToken(what, classPath.text()));
        }
        try {
            return ShownToken.in(file.get())
                    .map(token -> execution(
                            classPath.text().isEmpty() ? token : new ShownToken(token.text(), classPath.text())))
                    .orElseGet(() -> history(file.get()));
        } catch (IOException e) {
            throw unreadable(file.get(), e);
        }
    }

    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(what)).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static UsageException unreadable(Path file, IOException e) {
        return new UsageException(file + " cannot be read (" + Reports.reason(e) + "); name a file that can be read.");
    }

    private static Page execution(ShownToken token) {
        Counterexample found =
                new Replayer(DriverCatalog.ofProject()).replay(token.text(), ClassPathOption.paths(token.classPath()));
        String name = found.driver().name() + "-" + found.finding().rule();
        return new Page(name, Reports.reporting().timeline(found));
    }

    private Page history(Path file) {
        try {
            String name = specName != null ? specName : SuggestedSpec.of(file);
            RecordedSpec<?, ?> spec = HistorySpecs.named(name, policy(), null)
                    .orElseThrow(() -> new UsageException("There is no specification '" + name + "'; take one of "
                            + String.join(", ", HistorySpecs.names()) + "."));
            String parts = Objects.requireNonNullElse(partition, SuggestedSpec.partition(name));
            String next = "./yank check --spec " + name + " " + file;
            return new Page(
                    String.valueOf(file.getFileName()),
                    Reports.reporting().timeline(examined(file, spec, Partition.named(parts)), next));
        } catch (MalformedHistoryException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private Policy policy() {
        try {
            return Policy.parse(policy);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private <S, O> ExaminedHistory examined(Path file, RecordedSpec<S, O> spec, Partition parts)
            throws IOException, MalformedHistoryException {
        var entries = HistoryFiles.read(file, parts).entries(spec);
        long deadline = System.nanoTime() + timeout.toNanos();
        var limits = new Limits(Long.MAX_VALUE, Limits.DEFAULT_BYTES, () -> System.nanoTime() - deadline > 0);
        return new Examiner<>(new Keyed<>(spec), limits).examine(String.valueOf(file), entries);
    }

    private Path write(Page page) {
        Path file = output != null ? output : usualPlace(page);
        try {
            if (output == null) {
                Files.createDirectories(file.getParent());
            }
            return Files.writeString(file, page.html);
        } catch (IOException e) {
            throw new HarnessFailure("The page cannot be written to " + file.toAbsolutePath() + " (" + Reports.reason(e)
                    + "); choose another place with --output.");
        }
    }

    private static Path usualPlace(Page page) {
        String name = page.name.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.-]+", "_");
        return Reports.folder(Path.of("")).resolve("timelines").resolve(name + ".html");
    }
}

package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.check.EngineChoice;
import dev.yank.harness.check.FamilyBench;
import dev.yank.harness.check.FileBench;
import dev.yank.harness.check.FileVerdict;
import dev.yank.harness.check.HistoryCheck;
import dev.yank.harness.check.HistoryCheck.Orders;
import dev.yank.harness.check.HistorySpecs;
import dev.yank.harness.check.SuggestedSpec;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.harness.knossos.ClojureEngine;
import dev.yank.harness.run.ExitStatus;
import dev.yank.harness.run.UsageException;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/// `yank check`: is a recorded history linearizable?
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says of recorded histories whether they are linearizable: EDN of Jepsen, JSON Lines, etcd logs.",
        footerHeading = "%nExit statuses:%n",
        footer = {
            "  0   every history is linearizable",
            "  1   a history is not linearizable",
            "  2   of a history nothing is known: a limit was reached",
            "  64  a file cannot be read, or is not a history"
        })
final class CheckCommand implements Callable<Integer> {

    enum OutputFormat {
        TEXT,
        JSON
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Parameters(paramLabel = "FILE", arity = "0..*")
    private List<Path> files = List.of();

    @Option(
            names = "--spec",
            paramLabel = "NAME",
            description =
                    "register, cas-register, etcd, mutex, multi-register, fifo-queue, unordered-queue, set, key-value,"
                            + " gpio-device or register-device; without it, what the file's operations and format"
                            + " suggest.")
    private @Nullable String specName;

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "What a device promises, such as 'P1=ENODEV P8=drop'; for gpio-device and register-device.")
    private String policy = "";

    @Option(
            names = "--initial",
            paramLabel = "EDN",
            description = "With what the specification begins, such as 0, nil, '{:x 1 :y 2}', :held or '[1 2]'.")
    private @Nullable String initial;

    @Option(names = "--engine", paramLabel = "NAME", description = "auto, wgl, jit, clojure, knossos or all.")
    private EngineChoice engine = EngineChoice.AUTO;

    @Option(
            names = "--partition",
            paramLabel = "KEY",
            description = "The key of the op maps that says which part of the world an operation concerns; 'tuple' if"
                    + " values are pairs of key and value; 'none'. Usual: 'key' for key-value, else 'none'.")
    private @Nullable String partition;

    @Option(names = "--timeout", paramLabel = "TIME", converter = DurationConverter.class, description = "For a file.")
    private Duration timeout = Duration.ofSeconds(60);

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json.")
    private OutputFormat format = OutputFormat.TEXT;

    @Option(names = "--order", description = "Show an order that explains the history, where there is one.")
    private boolean order;

    @Option(names = "--bench", description = "Measure instead: the files, or generated histories if no file is named.")
    private boolean bench;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write the plot of --bench without files, as SVG.")
    private @Nullable Path plot;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    @Override
    public Integer call() {
        if (engine == EngineChoice.KNOSSOS && !ClojureEngine.isKnossosThere()) {
            throw new UsageException("Knossos is not on the class path, because it is on Clojars only; build with 'mvn"
                + " -Pknossos -Dclojars.url=ADDRESS -Dyank.quick=true -Dmaven.test.skip=true -pl reports -am package'"
                + " where Clojars can be reached, or take --engine clojure.");
        }
        if (bench && files.isEmpty()) {
            return measureFamilies();
        }
        if (files.isEmpty()) {
            throw new UsageException("Name the files to check, such as ./yank check history.edn.");
        }
        var measured = new FileBench(command.commandLine().getOut());
        @Var ExitStatus worst = ExitStatus.AS_EXPECTED;
        for (Path file : files) {
            worst = worse(worst, check(file, measured));
        }
        measured.sums();
        return worst.number();
    }

    private int measureFamilies() {
        PrintWriter out = command.commandLine().getOut();
        String svg = new FamilyBench(out).measure();
        if (plot != null) {
            try {
                Files.writeString(plot, svg);
            } catch (IOException e) {
                throw new UsageException(plot + " cannot be written (" + Reports.reason(e)
                        + "); name a file in a folder that is there.");
            }
            out.println("plot: " + plot);
        }
        return ExitStatus.AS_EXPECTED.number();
    }

    private ExitStatus check(Path file, FileBench measured) {
        PrintWriter out = command.commandLine().getOut();
        try {
            String name = specName != null ? specName : SuggestedSpec.of(file);
            RecordedSpec<?, ?> spec = spec(name)
                    .orElseThrow(() -> new UsageException("There is no specification '" + name + "'; take one of "
                            + String.join(", ", HistorySpecs.names()) + "."));
            String parts = Objects.requireNonNullElse(partition, SuggestedSpec.partition(name));
            if (bench) {
                measured.measure(file, spec, Partition.named(parts));
                return ExitStatus.AS_EXPECTED;
            }
            var check = new HistoryCheck(engine, timeout, order ? Orders.SHOWN : Orders.HIDDEN);
            FileVerdict verdict = check.check(file, spec, Partition.named(parts));
            switch (format) {
                case TEXT -> print(out, verdict);
                case JSON -> out.println(JSON.writeValueAsString(json(verdict)));
            }
            out.flush();
            return switch (verdict.answer()) {
                case TRUE -> ExitStatus.AS_EXPECTED;
                case FALSE -> ExitStatus.VIOLATION;
                case UNKNOWN -> ExitStatus.INCONCLUSIVE;
            };
        } catch (MalformedHistoryException e) {
            return refuse(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return refuse(file + " cannot be read (" + Reports.reason(e) + "); name a file that is there.");
        }
    }

    private Optional<RecordedSpec<?, ?>> spec(String name) {
        try {
            return HistorySpecs.named(name, Policy.parse(policy), initial);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private ExitStatus refuse(String sentence) {
        command.commandLine().getErr().println("yank: " + sentence);
        return ExitStatus.USAGE;
    }

    private static void print(PrintWriter out, FileVerdict verdict) {
        out.println(verdict.file() + "\t" + verdict.answer().word());
        verdict.details().forEach(line -> out.println("  " + line));
    }

    private static Map<String, Object> json(FileVerdict verdict) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", verdict.file());
        object.put("spec", verdict.spec());
        object.put("linearizable", verdict.answer().word());
        object.put("reason", verdict.reason());
        object.put("operations", verdict.operations());
        object.put("parts", verdict.parts());
        object.put("millis", Math.round(verdict.millis() * 1000) / 1000.0);
        Map<String, String> opinions = new LinkedHashMap<>();
        verdict.opinions()
                .forEach((name, said) -> opinions.put(name, said.answer().word()));
        object.put("engines", opinions);
        verdict.why().ifPresent(why -> object.put("why", why));
        object.put("order", verdict.order());
        object.put("details", verdict.details());
        return object;
    }

    /// An unreadable file outranks a violation, which outranks not knowing.
    private static ExitStatus worse(ExitStatus one, ExitStatus other) {
        for (ExitStatus status : List.of(ExitStatus.USAGE, ExitStatus.VIOLATION, ExitStatus.INCONCLUSIVE)) {
            if (one == status || other == status) {
                return status;
            }
        }
        return ExitStatus.AS_EXPECTED;
    }
}

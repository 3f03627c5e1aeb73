package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.check.Peers.Times;
import dev.yank.harness.format.HistoryFiles;
import dev.yank.harness.format.MalformedHistoryException;
import dev.yank.harness.format.Partition;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Measures the checker on files: checking only, in a warm process, the best of several rounds, beside the times of
/// other checkers where they are known.
public final class FileBench {

    private static final Duration WARM_UP = Duration.ofMillis(200);
    private static final Duration ENOUGH = Duration.ofMillis(400);

    private final PrintWriter out;
    private final List<Measured> measured = new ArrayList<>();

    /// What is known of one file.
    private record Measured(Path file, String folder, Cost cost, Optional<Times> peers) {}

    /// @param out where the tables go
    public FileBench(PrintWriter out) {
        this.out = out;
    }

    /// Measures a file.
    ///
    /// @throws MalformedHistoryException at the first line that is not as expected
    /// @throws IOException if the file cannot be read at all
    public void measure(Path file, RecordedSpec<?, ?> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        if (measured.isEmpty()) {
            out.printf(
                    "%-50s %-7s %10s %10s %6s %12s %12s %8s%n",
                    "file", "answer", "ms", "allocated", "peak", "Porcupine ms", "Knossos ms", "ratio");
        }
        Optional<Peers> table = Peers.above(file);
        var one = new Measured(
                file,
                table.map(peers -> peers.folder(file)).orElse(""),
                cost(file, spec, partition),
                table.flatMap(peers -> peers.times(file)));
        measured.add(one);
        out.println(line(shortened(file.toString()), one.cost().answer(), List.of(one)));
        out.flush();
    }

    private static <S, O> Cost cost(Path file, RecordedSpec<S, O> spec, Partition partition)
            throws IOException, MalformedHistoryException {
        var entries = HistoryFiles.entries(file, partition, spec, () -> false);
        Cost.of(new Keyed<>(spec), entries, WARM_UP);
        return Cost.of(new Keyed<>(spec), entries, ENOUGH);
    }

    /// The sums of each folder, of the files that Porcupine was measured on too, and the file that did worst.
    public void sums() {
        Map<String, List<Measured>> folders = new LinkedHashMap<>();
        @Var Measured worst = null;
        for (Measured one : measured) {
            if (Double.isNaN(porcupine(one))) {
                continue;
            }
            folders.computeIfAbsent(one.folder(), _ -> new ArrayList<>()).add(one);
            if (worst == null || ratio(one) > ratio(worst)) {
                worst = one;
            }
        }
        folders.forEach((folder, files) ->
                out.println(line("sum of " + files.size() + " files in " + shortened(folder), "", files)));
        if (worst != null) {
            out.printf(
                    Locale.ROOT,
                    "worst: %.2f of the time of Porcupine, %s%n",
                    ratio(worst),
                    shortened(worst.file().toString()));
        }
        out.flush();
    }

    private static double porcupine(Measured one) {
        return one.peers().map(Times::porcupine).orElse(Double.NaN);
    }

    private static double ratio(Measured one) {
        return one.cost().millis() / porcupine(one);
    }

    private static String line(String name, String answer, List<Measured> files) {
        double millis = files.stream().mapToDouble(one -> one.cost().millis()).sum();
        double porcupine = files.stream().mapToDouble(FileBench::porcupine).sum();
        double knossos = files.stream()
                .mapToDouble(one -> one.peers().map(Times::knossos).orElse(Double.NaN))
                .sum();
        return String.format(
                Locale.ROOT,
                "%-50s %-7s %10.3f %,6d KiB %,2d MiB %12s %12s %8s",
                name,
                answer,
                millis,
                files.stream().mapToLong(one -> one.cost().allocatedKiB()).sum(),
                files.stream().mapToLong(one -> one.cost().peakMiB()).max().orElse(0),
                number(porcupine),
                number(knossos),
                number(millis / porcupine));
    }

    private static String number(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%.3f", number);
    }

    private static String shortened(String name) {
        int most = 48;
        return name.length() <= most ? name : "…" + name.substring(name.length() - most + 1);
    }
}

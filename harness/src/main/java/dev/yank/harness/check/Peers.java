package dev.yank.harness.check;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The times of other checkers for files in a folder, from the table `PEERS.tsv` that lies at its top.
final class Peers {

    private static final String TABLE = "PEERS.tsv";
    private static final int FILE = 0;
    private static final int PORCUPINE = 1;
    private static final int KNOSSOS = 3;

    private final Path folder;
    private final Map<String, Times> times;

    private Peers(Path folder, Map<String, Times> times) {
        this.folder = folder;
        this.times = times;
    }

    /// The best times for one file, in milliseconds; NaN where there is none.
    record Times(double porcupine, double knossos) {}

    /// The table that is nearest above a file, if there is one.
    static Optional<Peers> above(Path file) throws IOException {
        for (@Var Path at = file.toAbsolutePath().normalize().getParent(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(TABLE))) {
                return Optional.of(new Peers(at, read(Files.readAllLines(at.resolve(TABLE)))));
            }
        }
        return Optional.empty();
    }

    private static Map<String, Times> read(List<String> lines) {
        Map<String, Times> times = new LinkedHashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            if (cells.length > KNOSSOS) {
                times.put(cells[FILE], new Times(number(cells[PORCUPINE]), number(cells[KNOSSOS])));
            }
        }
        return times;
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// The times for a file, if the table has it.
    Optional<Times> times(Path file) {
        return Optional.ofNullable(times.get(name(file).toString().replace('\\', '/')));
    }

    /// The folder beside the table in which a file lies.
    String folder(Path file) {
        return name(file).getName(0).toString();
    }

    private Path name(Path file) {
        return folder.relativize(file.toAbsolutePath().normalize());
    }
}

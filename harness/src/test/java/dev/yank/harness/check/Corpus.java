package dev.yank.harness.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The recorded histories with their expected verdicts, which lie beside the project's clone, where they do.
final class Corpus {

    /// The property that names the folder, if it is elsewhere.
    static final String PROPERTY = "yank.histories";

    private Corpus() {}

    record Recorded(String name, Path file, String spec, boolean linearizable) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Optional<Path> folder() {
        Path home = Path.of(System.getProperty("yank.home", "..")).toAbsolutePath();
        return Stream.of(Path.of(System.getProperty(PROPERTY, "nowhere")), home.resolveSibling("shared/histories"))
                .map(Path::normalize)
                .filter(path -> Files.isRegularFile(path.resolve("EXPECTED.tsv")))
                .findFirst();
    }

    static String absent() {
        return "the recorded histories are not there: put them into ../shared/histories beside the clone, or name"
                + " their folder with -D" + PROPERTY;
    }

    static List<Recorded> histories(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("EXPECTED.tsv")).stream()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Recorded(
                            cells[0], folder.resolve(cells[0]), specOf(cells[1]), Boolean.parseBoolean(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String specOf(String words) {
        if (words.contains("(etcd)")) {
            return "etcd";
        }
        return words.startsWith("key-value") ? "key-value" : words;
    }
}

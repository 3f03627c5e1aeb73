package dev.yank.reports;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.sim.Backdrop.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the lines of drivers again when they have moved.
final class DriverLines {

    private static final Path DRIVERS =
            Path.of(System.getProperty("yank.home"), "drivers-under-test", "src", "main", "java");

    private final Map<Path, List<String>> files = new HashMap<>();

    /// The words of a line; empty where its file is not there.
    String text(Place place) {
        List<String> lines = lines(place);
        return place.line() <= lines.size() ? lines.get(place.line() - 1).strip() : "";
    }

    /// Where a line with these words is now, the nearest to where it was; empty where it is nowhere.
    Optional<Place> now(Place place, String text) {
        List<String> lines = lines(place);
        @Var int nearest = 0;
        for (int line = 1; line <= lines.size(); line++) {
            boolean isNearer = nearest == 0 || Math.abs(line - place.line()) < Math.abs(nearest - place.line());
            if (isNearer && lines.get(line - 1).strip().equals(text)) {
                nearest = line;
            }
        }
        return nearest == 0
                ? Optional.empty()
                : Optional.of(new Place(place.className(), place.method(), place.file(), nearest));
    }

    private List<String> lines(Place place) {
        int dot = place.className().lastIndexOf('.');
        String folder = dot < 0 ? "" : place.className().substring(0, dot).replace('.', '/');
        return files.computeIfAbsent(DRIVERS.resolve(folder).resolve(place.file()), file -> {
            try {
                return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

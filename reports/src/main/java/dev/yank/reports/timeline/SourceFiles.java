package dev.yank.reports.timeline;

import dev.yank.harness.sim.Backdrop;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.timeline.ExecutionView.Source;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The files of a driver that a trace leads to, as far as they are where the project keeps its drivers.
final class SourceFiles {

    private static final int AROUND = 2;
    private static final int LONGEST_LINE = 160;
    private static final String DRIVERS = "drivers-under-test/src/main/java";

    /// A file, known by its package and its name.
    private record Key(String folder, String name) {}

    private final Path root;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final List<SortedSet<Integer>> wanted = new ArrayList<>();

    /// @param root the folder of the project
    SourceFiles(Path root) {
        this.root = root;
    }

    /// Notes a place, and says how the page names it.
    Moment.Place place(Backdrop.Place place) {
        int dot = place.className().lastIndexOf('.');
        String folder = dot < 0 ? "" : place.className().substring(0, dot).replace('.', '/');
        int number = numbers.computeIfAbsent(new Key(folder, place.file()), _ -> {
            wanted.add(new TreeSet<>());
            return numbers.size();
        });
        for (int line = place.line() - AROUND; line <= place.line() + AROUND; line++) {
            wanted.get(number).add(line);
        }
        return new Moment.Place(number, PlainText.line(place.method()), place.line());
    }

    /// The files noted, with the lines around the places.
    List<Source> all() {
        List<Source> sources = new ArrayList<>();
        numbers.forEach((key, number) -> sources.add(source(key, wanted.get(number))));
        return sources;
    }

    private Source source(Key key, SortedSet<Integer> lines) {
        String path = DRIVERS + "/" + key.folder + "/" + key.name;
        List<String> text = read(path);
        SortedMap<Integer, String> found = new TreeMap<>();
        for (int line : lines) {
            if (text != null && line >= 1 && line <= text.size()) {
                String shown = text.get(line - 1).replace("\t", "    ");
                found.put(line, PlainText.line(shown.substring(0, Math.min(shown.length(), LONGEST_LINE))));
            }
        }
        return new Source(PlainText.line(key.name), text == null ? "" : PlainText.line(path), found);
    }

    private @Nullable List<String> read(String path) {
        try {
            Path drivers = root.resolve(DRIVERS).normalize();
            Path file = root.resolve(path).normalize();
            return file.startsWith(drivers) && Files.isRegularFile(file) ? Files.readAllLines(file) : null;
        } catch (MalformedInputException | InvalidPathException e) {
            return null;
        } catch (IOException e) {
            return null; // a page without the driver's lines is still a page
        }
    }
}

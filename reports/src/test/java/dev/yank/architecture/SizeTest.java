package dev.yank.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Files stay small enough to be read.
class SizeTest {

    private static final int MOST_LINES = 400;
    private static final int MOST_COLUMNS = 120;

    @Test
    void noSourceFileHasMoreThan400LinesOrLinesOfMoreThan120Columns() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(250);
        assertThat(sources).allSatisfy(source -> {
            List<String> lines = Files.readAllLines(source);
            assertThat(lines).as("lines of %s", source).hasSizeLessThanOrEqualTo(MOST_LINES);
            assertThat(lines).as("columns of %s", source).allMatch(line -> line.length() <= MOST_COLUMNS);
        });
    }

    private static List<Path> sources() throws IOException {
        Path root = Path.of(System.getProperty("yank.home"));
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("model", "harness", "drivers-under-test", "features", "reports")) {
            try (Stream<Path> files = Files.walk(root.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().matches(".*/src/.*\\.(java|js|css)"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}

package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.LoadedDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The table of real bugs names twins that there are, and that cite them.
final class BugsTest {

    private static final Path TABLE = Path.of("src", "main", "resources", "META-INF", "yank", "bugs");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final int ROWS = 74;

    /// A line: a bug with its twins and what they cite, or with the reason why it has none.
    private record Row(String bug, List<String> twins, String rest) {

        static Row of(String line) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(3);
            return new Row(columns[0], columns[1].equals("-") ? List.of() : List.of(columns[1].split(",")), columns[2]);
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }

    @Test
    void everyBugStandsThereOnceAndFiftyHaveATwin() throws IOException {
        assertThat(rows()).hasSize(ROWS).extracting(Row::bug).doesNotHaveDuplicates();
        assertThat(rows()).filteredOn(row -> !row.twins().isEmpty()).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void everyTwinIsADriverThatBreaksARuleAndCitesTheBug() throws IOException {
        DriverCatalog catalog = DriverCatalog.ofProject();
        for (Row row : rows()) {
            for (String name : row.twins()) {
                LoadedDriver twin = catalog.find(name, List.of());
                assertThat(twin.about().breaks()).as(name).isPresent();
                Path source = SOURCES.resolve(twin.about().className().replace('.', '/') + ".java");
                assertThat(Files.readString(source)).as(name).contains(row.rest());
            }
        }
    }

    @Test
    void everyBugWithoutATwinHasAReason() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.twins().isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.rest()).as(row.bug()).matches("[A-Z].{20,}\\."));
    }

    @Test
    void thePageSaysTheSame() throws IOException {
        String page = Files.readString(Path.of("BUGS.md"));
        long withTwin = rows().stream().filter(row -> !row.twins().isEmpty()).count();
        assertThat(page).contains(withTwin + " of " + ROWS + " rows have a twin.");
        for (Row row : rows()) {
            assertThat(page).contains("| " + row.bug() + " |");
            row.twins().forEach(twin -> assertThat(page).contains("`" + twin + "`"));
            assertThat(row.twins().isEmpty() ? page : row.rest()).contains(row.rest());
        }
    }
}

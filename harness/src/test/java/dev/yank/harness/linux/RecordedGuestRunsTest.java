package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stock kernels did with programs that campaigns had drawn and shrunk, judged again without any guest.
///
/// `programs.tsv` says which programs, and what each was recorded for; `accusations.txt` what is said of them. With
/// `-Dyank.record=missing` those without a recording are performed in the guests of the cache
/// (`-Dyank.linux.cache=DIR`);
/// `-Dyank.record=NAME` performs one again. With `-Dyank.golden=write` the accusations are written anew.
final class RecordedGuestRunsTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/yank/harness/linux/recorded");

    /// The name of each recording and the token of its program.
    private static Map<String, String> programs() throws IOException {
        Map<String, String> programs = new TreeMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("programs.tsv"))) {
            if (!line.startsWith("#")) {
                String[] words = line.split("\t", -1);
                programs.put(words[0], words[1]);
            }
        }
        return programs;
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".run");
    }

    private static RecordedRun read(String name) throws IOException {
        return RecordedRun.parse(Files.readString(file(name)));
    }

    @Test
    void everyProgramOfTheListIsRecordedAndNoOther(@TempDir Path folder) throws IOException {
        record(System.getProperty("yank.record", ""), folder);
        var recorded = new TreeSet<String>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".run"))
                    .forEach(name -> recorded.add(name.replace(".run", "")));
        }
        assertThat(recorded).isEqualTo(programs().keySet());
        for (Map.Entry<String, String> one : programs().entrySet()) {
            assertThat(read(one.getKey()).token().text()).as(one.getKey()).isEqualTo(one.getValue());
        }
    }

    @Test
    void everyRecordedRunIsAccusedOfWhatItWas() throws IOException {
        var said = new StringBuilder();
        for (String name : programs().keySet()) {
            said.append(accusations(name, read(name)));
        }
        Path golden = FOLDER.resolve("accusations.txt");
        if (System.getProperty("yank.golden", "").equals("write")) {
            Files.writeString(golden, said);
            fail("%s was written anew; read what changed, then run without -Dyank.golden.", golden);
        }
        assertThat(said.toString()).isEqualTo(Files.readString(golden));
    }

    @Test
    void recordingsAreOfEachSubjectAndOfEachKernel() throws IOException {
        var subjects = new TreeSet<String>();
        var kernels = new TreeSet<String>();
        for (String name : programs().keySet()) {
            ProgramToken token = read(name).token();
            subjects.add(token.subject().name());
            kernels.add(token.flavour().kernel().text());
        }
        assertThat(subjects)
                .containsExactlyInAnyOrderElementsOf(
                        Subjects.all().stream().map(Subject::name).toList());
        assertThat(kernels).containsExactly("6.1", "6.12", "7.2");
    }

    @Test
    void whatIsRecordedIsReadAsItWas() throws IOException {
        for (String name : programs().keySet()) {
            assertThat(read(name).text()).as(name).isEqualTo(Files.readString(file(name)));
        }
        assertThatThrownBy(() -> RecordedRun.parse("tokens\tx")).hasMessageContaining("tokens");
    }

    private static String accusations(String name, RecordedRun recorded) {
        Sighting sighting = recorded.judged();
        long removals = sighting.history().stream()
                .filter(one -> one.effect() == Action.Effect.REMOVE && one.succeeded())
                .count();
        var text = new StringBuilder("%s: %s, %d operations, %d removals, %s, put to the test: %s%n"
                .formatted(
                        name,
                        recorded.release(),
                        sighting.history().size(),
                        removals,
                        sighting.end(),
                        NodeJudge.witnesses(sighting.history()).keySet()));
        for (Accusation one : sighting.accusations()) {
            text.append("  ").append(one.signature()).append('\n');
            text.append("    ").append(one.sentence()).append('\n');
            text.append("    evidence: ").append(one.evidence().size()).append(" lines\n");
        }
        return text.toString();
    }

    private static void record(String wanted, Path folder) throws IOException {
        List<Map.Entry<String, String>> due = programs().entrySet().stream()
                .filter(one ->
                        wanted.equals("missing") ? !Files.exists(file(one.getKey())) : wanted.equals(one.getKey()))
                .toList();
        for (Map.Entry<String, String> one : due) {
            ProgramToken token = ProgramToken.parse(one.getValue());
            Files.writeString(
                    file(one.getKey()),
                    GuestRecorder.record(image(token.flavour()), token, folder.resolve("guest"))
                            .text());
        }
        if (!due.isEmpty()) {
            fail(
                    "recorded %s; read what changed, then run without -Dyank.record",
                    due.stream().map(Map.Entry::getKey).toList());
        }
    }

    private static Image image(Flavour flavour) {
        return new Preparation(flavour, PreparedGuests.cache(), PreparedGuests.agent(), new PreparedGuests()).ready();
    }
}

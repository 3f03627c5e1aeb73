package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.cli.Yank;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is known to be wrong in stock kernels is found by programs that are drawn, for the right rules, and what is
/// found can be shown by others.
///
/// With `-Plinux` only, because it takes minutes: `-Dyank.linux.budget=90s` is how long each search may take.
final class LinuxCalibration {

    private static final int BOOTS = 5;
    private static final long BOOT_S = 60;

    @TempDir
    private Path folder;

    @Test
    void readersAndPollersThatUnbindDoesNotWakeAreFoundInGpiolib() throws IOException, InterruptedException {
        Path results = search("arm64", "pl061");
        JsonNode summary = summary(results);
        assertThat(verdicts(summary))
                .contains("R22 violates", "R29 violates", "R32 violates")
                .contains("R20 conforms", "R33 conforms", "L1 conforms");
        List<Path> sources = sources(results);
        for (Path source : sources) {
            compile(source);
        }
        for (String rule : List.of("R22", "R29", "R32")) {
            assertThat(reliabilities(summary, rule)).as(rule).contains("5 of 5");
        }
        assertThat(boots(sources, "r22", "HANGS: process [0-9] in (chip|line|v1 event) read"))
                .isEqualTo(BOOTS);
        assertThat(boots(sources, "r32", "HANGS: process [0-9] in (chip|line|v1 event) poll-wait"))
                .isEqualTo(BOOTS);
        assertThat(replayed(results, "R22")).contains("5 of 5 runs");
    }

    @Test
    void theDeviceThatIsFreedBeforeItsLastFileIsFoundInNvme() throws IOException, InterruptedException {
        Path results = search("amd64", "nvme");
        JsonNode summary = summary(results);
        assertThat(verdicts(summary)).contains("R34 violates", "R39 violates");
        List<Path> sources = sources(results);
        for (Path source : sources) {
            compile(source);
        }
        assertThat(reliabilities(summary, "R39")).contains("5 of 5");
        assertThat(boots(sources, "r39", "general protection fault")).isEqualTo(BOOTS);
    }

    /// A guest is prepared, once and again, and searched.
    ///
    /// @return the folder of results
    private Path search(String architecture, String subject) throws IOException {
        String cache = PreparedGuests.cache().toString();
        List<String> prepare = List.of("linux", "prepare", "--arch", architecture, "--kernel", "6.1", "--cache", cache);
        yank(prepare, 0);
        Path sums = PreparedGuests.cache().resolve(architecture + "-6.1").resolve("SHA256SUMS");
        String before = Files.readString(sums);
        yank(prepare, 0);
        assertThat(Files.readString(sums)).isEqualTo(before);
        String budget = System.getProperty("yank.linux.budget", "5m");
        List<String> stress = new ArrayList<>(List.of("stress", "--target", "linux", "--subject", subject));
        stress.addAll(List.of("--cache", cache, "--seed", "1", "--budget", budget, "--out", folder.toString()));
        String report = yank(stress, 0);
        assertThat(report).doesNotContain("ended early").contains("5 of 5 runs from the snapshot");
        return folder.resolve("linux").resolve(architecture + "-6.1-" + subject);
    }

    private static String yank(List<String> arguments, int status) {
        var out = new StringWriter();
        var err = new StringWriter();
        int was = Yank.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(new String[0]));
        assertThat(was).as("%s%n%s%n%s", arguments, out, err).isEqualTo(status);
        return out.toString();
    }

    private static JsonNode summary(Path results) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(results.resolve(CampaignSummary.FILE)));
    }

    private static List<String> verdicts(JsonNode summary) {
        List<String> verdicts = new ArrayList<>();
        summary.path("rules")
                .forEach(line -> verdicts.add(line.path("rule").asString("") + " "
                        + line.path("verdict").asString("")));
        return verdicts;
    }

    private static List<String> reliabilities(JsonNode summary, String rule) {
        List<String> reliabilities = new ArrayList<>();
        summary.path("findings").forEach(one -> {
            if (one.path("rule").asString("").equals(rule)) {
                reliabilities.add(one.path("reliability").asString(""));
            }
        });
        return reliabilities;
    }

    private static List<Path> sources(Path results) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            return files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
        }
    }

    /// As the source says that it is compiled, but for the name of the file.
    private static void compile(Path source) throws IOException, InterruptedException {
        String command = line(source, "Compile:  (.*)").replace("reproducer.c", source.toString());
        String said = shell(source.getParent(), command + " -Wall -Werror 2>&1");
        assertThat(said).as("%s: %s", source, command).isEmpty();
    }

    /// How many of five boots, by the commands that the first source of a rule names, print something.
    private static int boots(List<Path> sources, String rule, String printed) throws IOException, InterruptedException {
        Path source = sources.stream()
                .filter(file -> file.getFileName().toString().startsWith(rule))
                .filter(file -> read(file).contains("Shown in 5 of 5 runs."))
                .findFirst()
                .orElseThrow();
        compile(source);
        shell(source.getParent(), line(source, "((?:\\(cat|echo) .*> reproducer\\.cpio)"));
        String boot =
                "timeout " + BOOT_S + " " + line(source, "(qemu-system-.*)") + " </dev/null 2>&1; echo ended with $?";
        @Var int shown = 0;
        for (int i = 0; i < BOOTS; i++) {
            String said = shell(source.getParent(), boot);
            assertThat(said).as(source.toString()).doesNotContain("ended with 124"); // of its own accord
            shown += Pattern.compile(printed).matcher(said).find() ? 1 : 0;
        }
        return shown;
    }

    private static String line(Path source, String pattern) {
        Matcher matcher =
                Pattern.compile("^ \\* " + pattern + "$", Pattern.MULTILINE).matcher(read(source));
        assertThat(matcher.find()).as("%s says %s", source, pattern).isTrue();
        return matcher.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shell(Path folder, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        return said;
    }

    /// What comes of the token of the first finding of a rule that was shown each time.
    private static String replayed(Path results, String rule) throws IOException {
        try (Stream<Path> files = Files.list(results)) {
            String text = files.filter(
                            file -> file.getFileName().toString().matches(rule.toLowerCase(Locale.ROOT) + ".*[.]txt"))
                    .map(LinuxCalibration::read)
                    .filter(one -> one.contains("5 of 5 runs"))
                    .findFirst()
                    .orElseThrow();
            Matcher token = Pattern.compile("(l[0-9]+[.]\\S+)\\s*$").matcher(text);
            assertThat(token.find()).isTrue();
            return yank(
                    List.of(
                            "replay",
                            token.group(1),
                            "--cache",
                            PreparedGuests.cache().toString()),
                    1);
        }
    }
}

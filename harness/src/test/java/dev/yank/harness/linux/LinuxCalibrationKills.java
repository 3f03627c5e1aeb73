package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.cli.Yank;
import dev.yank.harness.linux.guest.AgentOperation.Position;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.KernelLine;
import dev.yank.harness.linux.guest.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Yank, QEMU and the kernel of a real guest die at several moments: a report of what was known, and nothing else, is
/// left. As [LinuxCalibration] with `-Plinux` only.
final class LinuxCalibrationKills {

    private static final long PATIENCE_S = 180;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    private String cacheBefore = "";

    @BeforeEach
    void prepare() throws IOException {
        var said = new PrintWriter(new StringWriter());
        assertThat(Yank.run(said, said, "linux", "prepare", "--arch", "arm64", "--kernel", "6.1", "--cache", cache()))
                .isZero();
        for (String name : List.of("results", "home", "tmp")) {
            Files.createDirectory(folder.resolve(name));
        }
        cacheBefore = inventory(PreparedGuests.cache().resolve("arm64-6.1"));
    }

    @AfterEach
    void nothingIsLeftOutsideOfTheCacheAndTheResults() throws IOException, InterruptedException {
        started.forEach(Process::destroyForcibly);
        await(() -> guests().isEmpty());
        assertThat(inventory(PreparedGuests.cache().resolve("arm64-6.1"))).isEqualTo(cacheBefore);
        assertThat(folder.resolve("home")).isEmptyDirectory();
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    /// @param moment after so many milliseconds
    @ParameterizedTest
    @ValueSource(ints = {0, 3_000})
    void yankIsKilled(int moment) throws IOException, InterruptedException {
        Process run = stress("600s");
        await(() -> report().contains("rule  verdict"));
        Thread.sleep(moment);
        run.destroyForcibly();
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        await(() -> guests().isEmpty());
        assertThat(report()).contains("goes on: what follows is what is known by now", "overlaps reached");

        Files.delete(reportFile());
        Process next = stress("600s");
        await(() -> report().contains("rule  verdict"));
        interrupt(next);
        assertThat(runFolders()).isEmpty();
    }

    /// @param moment after so many milliseconds
    @ParameterizedTest
    @ValueSource(ints = {0, 700, 6_000})
    void yankIsInterrupted(int moment) throws IOException, InterruptedException {
        Process run = stress("600s");
        await(() -> report().contains("rule  verdict"));
        Thread.sleep(moment);
        interrupt(run);
        assertThat(report()).contains("ended early: what follows is what was known then", "overlaps reached");
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void qemuIsKilledTwice() throws IOException, InterruptedException {
        Process run = stress("10s");
        for (int moment : List.of(200, 2_500)) {
            await(() -> !guests().isEmpty());
            Thread.sleep(moment);
            guests().forEach(ProcessHandle::destroyForcibly);
        }
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("said"))).isIn(0, 1);
        assertThat(report()).doesNotContain("ended early", "goes on").containsPattern("guests +[1-9][0-9]* starts");
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void qemuIsKilledWheneverItAppears() throws IOException, InterruptedException {
        Process run = stress("600s");
        await(() -> report().contains("1 starts"));
        while (run.isAlive()) {
            guests().forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(50);
        }
        assertThat(run.waitFor()).isEqualTo(3);
        assertThat(report()).contains("ended early").containsPattern("performed [1-9]");
        assertThat(Files.readString(folder.resolve("said"))).doesNotContain("\tat ");
        assertThat(runFolders()).isEmpty();
    }

    /// The agent is the guest's first process: when it or the kernel dies, QEMU ends.
    @Test
    void theKernelPanics() {
        Subject usual = Subjects.named("pl061");
        List<String> strings = new ArrayList<>(usual.strings());
        strings.set(1, "/proc/sysrq-trigger");
        var subject = new Subject(usual.name(), usual.architecture(), usual.policy(), strings, usual.actions());
        Step crash = new Step(subject.action("unbind"), 0, 0, Position.NONE, 0);
        var crashing = new Subject(
                subject.name(), subject.architecture(), subject.policy(), withWord(strings, "c"), subject.actions());
        Image image = new Preparation(
                        new Flavour(Architecture.ARM64, KernelLine.numbered("6.1")),
                        PreparedGuests.cache(),
                        PreparedGuests.agent(),
                        new PreparedGuests())
                .ready();
        try (var session = new GuestSession(image, crashing, folder.resolve("results/run"))) {
            Sighting lost = session.perform(new NodeProgram(List.of(List.of(crash))));
            assertThat(lost.end()).isEqualTo(AgentRun.End.GONE);
            assertThat(lost.accusations()).isEmpty();
            assertThat(lost.kernelLog()).contains("Kernel panic - not syncing");
            Step open = new Step(subject.action("open chip"), 0, 0, Position.NONE, 0);
            Sighting next = session.perform(new NodeProgram(List.of(List.of(open))));
            assertThat(next.end()).isEqualTo(AgentRun.End.DONE);
            assertThat(session.starts()).isEqualTo(2);
        }
    }

    private static void interrupt(Process run) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "" + run.pid()).start().waitFor();
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
    }

    private static List<String> withWord(List<String> strings, String word) {
        List<String> changed = new ArrayList<>(strings);
        changed.set(3, word);
        return changed;
    }

    private static String cache() {
        return PreparedGuests.cache().toString();
    }

    private Process stress(String budget) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Dyank.home=" + System.getProperty("yank.home"),
                "-Djava.io.tmpdir=" + folder.resolve("tmp"),
                "-Duser.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.yank.harness.cli.Yank"));
        command.addAll(List.of("stress", "--target", "linux", "--subject", "pl061", "--cache", cache()));
        command.addAll(List.of("--budget", budget, "--out", "" + folder.resolve("results")));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment()
                .putAll(new TreeMap<>(
                        Map.of("HOME", "" + folder.resolve("home"), "TMPDIR", "" + folder.resolve("tmp"))));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String report() throws IOException {
        return Files.exists(reportFile()) ? Files.readString(reportFile()) : "";
    }

    private Path reportFile() {
        return folder.resolve("results/linux/arm64-6.1-pl061/report.txt");
    }

    private List<Path> runFolders() throws IOException {
        try (Stream<Path> entries = Files.list(folder.resolve("results/linux"))) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("run-"))
                    .toList();
        }
    }

    /// Whoever emulates for us, or loads for whoever does.
    private List<ProcessHandle> guests() {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().filter(this::isOurs).isPresent())
                .toList();
    }

    private boolean isOurs(String commandLine) {
        return commandLine.contains("qemu-system") && commandLine.contains(folder.toString());
    }

    /// The names and sizes of the files in a folder.
    private static String inventory(Path cached) throws IOException {
        try (Stream<Path> files = Files.walk(cached)) {
            var lines = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                @Var long size = 0;
                if (Files.isRegularFile(file)) {
                    size = Files.size(file);
                }
                lines.append(cached.relativize(file)).append(' ').append(size).append('\n');
            }
            return lines.toString();
        }
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_S * 1_000_000_000;
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("In vain: " + Files.readString(folder.resolve("said")));
            }
            Thread.sleep(20);
        }
    }
}

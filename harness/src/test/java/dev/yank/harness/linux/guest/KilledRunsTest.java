package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Whoever is killed, and when: a report of what was known, and nothing else. Guests are [FakeGuest]s, processes of
/// their own.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the target linux needs a Linux machine")
final class KilledRunsTest {

    private static final long PATIENCE_S = 120;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void putAFakeOnThePath() throws IOException {
        for (String name : List.of("bin", "pids", "home", "results")) {
            Files.createDirectory(folder.resolve(name));
        }
        Path fake = folder.resolve("bin/qemu-system-aarch64");
        Files.writeString(
                fake,
                "#!/bin/sh\nexec " + String.join(" ", java("-Dfake.pids=" + folder.resolve("pids")))
                        + " dev.yank.harness.linux.guest.FakeGuest \"$@\"\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Path agent = Path.of(System.getProperty("yank.home"), "drivers-under-test", "linux-agent");
        Path copy = Files.createDirectories(folder.resolve("home/drivers-under-test/linux-agent"));
        for (String name : List.of("agent.c", "operations.h", "reproducer.c.txt")) {
            Files.copy(agent.resolve(name), copy.resolve(name));
        }
    }

    @AfterEach
    void nobodyIsLeft() throws IOException, InterruptedException {
        started.forEach(Process::destroyForcibly);
        awaitNoGuest();
    }

    @Test
    void aRunThatIsToldToEndWhenItHasHardlyBegunWritesItsReportAndTakesItsGuestAlong()
            throws IOException, InterruptedException {
        Process run = start("600s");
        await(() -> report().isPresent());
        run.destroy();
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(report().orElse("")).contains("ended early").contains("removals");
        assertThat(runFolders()).isEmpty();
        awaitNoGuest();
    }

    @Test
    void ctrlCWritesAndPrintsWhatIsKnownAndEndsWith130() throws IOException, InterruptedException {
        Process run = start("600s");
        await(this::isAtWork);
        new ProcessBuilder("kill", "-INT", "" + run.pid()).start().waitFor();
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(130);
        assertThat(report().orElse("")).contains("ended early").contains("removals");
        assertThat(Files.readString(folder.resolve("said")))
                .contains("ended early")
                .doesNotContain("\tat ");
        assertThat(runFolders()).isEmpty();
        awaitNoGuest();
        assertThat(strays()).isEmpty();
    }

    @Test
    void anAgentThatFallsSilentIsALostGuestAndTheNextOneGoesOn() throws IOException, InterruptedException {
        Files.createFile(folder.resolve("silent"));
        Process session = process(
                "dev.yank.harness.linux.SilentGuestSession",
                List.of("" + folder.resolve("cache"), "" + folder.resolve("results/run")));
        assertThat(session.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("said")))
                .isEqualTo("GONE, 0 accusations, 1 starts\nDONE, 0 accusations, 2 starts\n");
        awaitNoGuest();
        assertThat(folder.resolve("results")).isEmptyDirectory();
    }

    @Test
    void aRunThatIsKilledLeavesAReportAndItsGuestDiesByItselfAndTheNextRunTidiesUp()
            throws IOException, InterruptedException {
        Process run = start("600s");
        await(this::isAtWork);
        run.destroyForcibly();
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        awaitNoGuest();
        assertThat(report().orElse("")).contains("removals");
        assertThat(runFolders()).isNotEmpty();

        Process next = start("1s");
        assertThat(next.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(runFolders()).isEmpty();
        assertThat(report().orElse("")).contains("removals").doesNotContain("ended early");
    }

    @Test
    void aGuestThatIsKilledIsReplacedByAnother() throws IOException, InterruptedException {
        Process run = start("8s");
        await(this::isAtWork);
        guests().forEach(ProcessHandle::destroyForcibly);
        assertThat(run.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        String report = report().orElse("");
        assertThat(report).doesNotContain(" violated:").containsPattern("guests +([2-9]|[1-9][0-9]+) starts");
        assertThat(runFolders()).isEmpty();
    }

    @Test
    void aGuestWithAnotherAgentThanThatOfTheSourcesIsRefused() throws IOException, InterruptedException {
        Process first = start("1s");
        assertThat(first.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        Path agent = folder.resolve("home/drivers-under-test/linux-agent/agent.c");
        Files.writeString(agent, Files.readString(agent) + "/* changed */\n");
        Process second = start("1s");
        assertThat(second.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(64);
        assertThat(Files.readString(folder.resolve("said")))
                .contains("another agent", "run ./yank linux prepare --arch arm64 --kernel 6.1.")
                .doesNotContain("\tat ");
    }

    private Process start(String budget) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("" + folder.resolve("cache")));
        arguments.addAll(
                List.of("stress", "--target", "linux", "--subject", "pl061", "--seed", "1", "--budget", budget));
        arguments.addAll(List.of("--cache", "" + folder.resolve("cache"), "--out", "" + folder.resolve("results")));
        return process("dev.yank.harness.linux.guest.YankWithFakeGuest", arguments);
    }

    private Process process(String main, List<String> arguments) throws IOException {
        // whoever runs tests in the background may have them ignore Ctrl-C
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(java("-Dyank.home=" + folder.resolve("home")));
        command.add(main);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().merge("PATH", "" + folder.resolve("bin"), (path, first) -> first + ":" + path);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> java(String property) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                property,
                "-cp",
                System.getProperty("java.class.path")));
    }

    private Path results() {
        return folder.resolve("results/linux");
    }

    private Optional<String> report() throws IOException {
        Path file = results().resolve("arm64-6.1-pl061/report.txt");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    private boolean isAtWork() throws IOException {
        return report().filter(text -> text.contains("1 starts")).isPresent();
    }

    private List<Path> runFolders() throws IOException {
        try (Stream<Path> entries = Files.list(results())) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("run-"))
                    .toList();
        }
    }

    /// What is neither in the cache nor in the results nor ours.
    private List<String> strays() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .filter(name -> !List.of("bin", "pids", "home", "results", "cache", "said")
                            .contains(name))
                    .toList();
        }
    }

    /// The fakes that run.
    private List<ProcessHandle> guests() throws IOException {
        try (Stream<Path> pids = Files.list(folder.resolve("pids"))) {
            return pids.map(pid -> Long.parseLong(pid.getFileName().toString()))
                    .map(ProcessHandle::of)
                    .flatMap(Optional::stream)
                    .filter(ProcessHandle::isAlive)
                    .toList();
        }
    }

    private void awaitNoGuest() throws IOException, InterruptedException {
        await(() -> guests().isEmpty());
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

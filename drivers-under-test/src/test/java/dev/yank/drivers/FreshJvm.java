package dev.yank.drivers;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Replayer;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.trace.KernelEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Asks a JVM of its own, which knows nothing of what this one did, and prints what it says.
final class FreshJvm {

    private static final int PROGRAMS = 3;
    private static final int SCHEDULES = 6;

    private FreshJvm() {}

    /// `traces`: for each driver a digest of the whole traces of some executions. `replay TOKEN...`: for each token
    /// the rule that it breaks and a digest of the whole trace.
    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        DriverCatalog catalog = DriverCatalog.ofProject();
        if (arguments[0].equals("traces")) {
            for (LoadedDriver driver : catalog.all()) {
                System.out.println(driver.about().name() + " " + traces(driver));
            }
            return;
        }
        for (String token : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(line(new Replayer(catalog).replay(token, List.of())));
        }
    }

    /// What a JVM says of a counterexample.
    static String line(Counterexample found) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        add(digest, found.trace());
        return found.finding().rule() + " " + HexFormat.of().formatHex(digest.digest()) + " " + found.token();
    }

    private static String traces(LoadedDriver driver) throws NoSuchAlgorithmException {
        var programs = new RandomPrograms(2, 4);
        var explorer = new Explorer(driver);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int number = 0; number < PROGRAMS; number++) {
            Program program =
                    driver.restrict(programs.program(driver.about().device().kind(), number));
            Strategy strategy = Strategies.create(Strategies.DEFAULT);
            for (int i = 0; i < SCHEDULES; i++) {
                Outcome outcome =
                        explorer.run(program, strategy, i, Tracing.KEEP).outcome();
                add(digest, outcome.trace());
                add(digest, List.of(outcome.findings(), outcome.history().history(), outcome.schedule()));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, List<?> lines) {
        for (Object line : lines) {
            digest.update((text(line) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String text(Object line) {
        return line instanceof KernelEvent event ? event.toString() : String.valueOf(line);
    }

    /// What such a JVM prints.
    static List<String> ask(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshJvm.class.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            List<String> lines =
                    process.inputReader(StandardCharsets.UTF_8).lines().toList();
            int status = process.waitFor();
            if (status != 0) {
                throw new AssertionError("The JVM ended with status " + status + " after " + lines);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}

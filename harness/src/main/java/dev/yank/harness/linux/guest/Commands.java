package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.UsageException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Programs of this machine.
final class Commands {

    private Commands() {}

    /// Whether a program is on the path.
    static boolean isThere(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /// @throws UsageException with the package to install, if a program is not on the path
    static void require(String program, String itsPackage) {
        if (!isThere(program)) {
            throw new UsageException("The kernel needs " + program
                    + " to be unpacked; on Debian: apt-get install --no-install-recommends " + itsPackage);
        }
    }

    /// What a program prints, without the last line feed.
    ///
    /// @throws HarnessFailure with its last words if it fails
    static String output(Path folder, Map<String, String> environment, List<String> command) {
        try {
            Path complaints = Files.createTempFile(folder, "complaints", ".tmp");
            try {
                var builder = new ProcessBuilder(command).directory(folder.toFile());
                builder.environment().putAll(environment);
                builder.environment().put("LC_ALL", "C");
                Process process = builder.redirectInput(new File("/dev/null"))
                        .redirectError(complaints.toFile())
                        .start();
                String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int status = process.waitFor();
                if (status != 0) {
                    throw failed(command, status, said, Files.readString(complaints));
                }
                return said.stripTrailing();
            } finally {
                Files.delete(complaints);
            }
        } catch (IOException e) {
            throw new UsageException("'" + command.getFirst() + "' cannot be run (" + e.getMessage() + ").");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessFailure("'" + command.getFirst() + "' was interrupted.");
        }
    }

    private static HarnessFailure failed(List<String> command, int status, String said, String complained) {
        List<String> lines = (said + "\n" + complained)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("W:"))
                .toList();
        String last = lines.isEmpty() ? "it said nothing" : lines.getLast();
        return new HarnessFailure("'" + String.join(" ", command.subList(0, Math.min(3, command.size())))
                + "' failed with status " + status + ": " + last);
    }
}

package dev.yank.harness.linux.guest;

import com.google.errorprone.annotations.Var;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The file `SHA256SUMS` of a folder, as `sha256sum -c` reads it.
final class Checksums {

    private final Path folder;
    private final Map<String, String> sums = new TreeMap<>();

    /// Reads what is there.
    Checksums(Path folder) throws IOException {
        this.folder = folder;
        Path file = folder.resolve("SHA256SUMS");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int blank = line.indexOf("  ");
                if (blank > 0) {
                    boolean isNote = line.startsWith("#");
                    sums.put((isNote ? "#" : "") + line.substring(blank + 2), line.substring(isNote ? 1 : 0, blank));
                }
            }
        }
    }

    /// Whether a file is there and as it was when it was recorded.
    boolean holds(String name) throws IOException {
        Path file = folder.resolve(name);
        return sums.containsKey(name) && Files.isRegularFile(file) && of(file).equals(sums.get(name));
    }

    /// Records a file as it is now.
    void record(String name) throws IOException {
        sums.put(name, of(folder.resolve(name)));
        write();
    }

    /// Records what a file was made of; `sha256sum` passes over such a line.
    void note(String name, String inputs) throws IOException {
        sums.put("#" + name, inputs);
        write();
    }

    private void write() throws IOException {
        var lines = new StringBuilder();
        sums.forEach((file, sum) -> lines.append(
                file.startsWith("#") ? "#" + sum + "  " + file.substring(1) + "\n" : sum + "  " + file + "\n"));
        Files.writeString(folder.resolve("SHA256SUMS"), lines);
    }

    /// What was noted, or nothing.
    String noted(String name) {
        return sums.getOrDefault("#" + name, "");
    }

    static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            @Var int got = in.read(buffer);
            while (got >= 0) {
                digest.update(buffer, 0, got);
                got = in.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.yank.harness.cli;

import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file of lines that somebody asked for, or none. Writers may be many; each line is whole.
final class LineFile implements AutoCloseable {

    private final @Nullable PrintWriter out;

    private LineFile(@Nullable PrintWriter out) {
        this.out = out;
    }

    /// @param file where to write; empty for nowhere
    /// @param what what is written, for the sentence where it cannot be
    /// @throws UsageException where that cannot be written
    static LineFile at(Path file, String what) {
        if (file.toString().isEmpty()) {
            return new LineFile(null);
        }
        try {
            return new LineFile(new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UsageException(what + " cannot be written to " + file.toAbsolutePath() + " (" + Reports.reason(e)
                    + "); choose another file.");
        }
    }

    boolean isOpen() {
        return out != null;
    }

    void line(String line) {
        if (out != null) {
            out.println(line);
        }
    }

    @Override
    public void close() {
        if (out != null) {
            out.close();
        }
    }
}

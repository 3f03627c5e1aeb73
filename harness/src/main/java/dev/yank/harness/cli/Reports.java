package dev.yank.harness.cli;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.UsageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/// Where results go and who shows them.
final class Reports {

    private Reports() {}

    /// Whoever shows results.
    static Reporting reporting() {
        return ServiceLoader.load(Reporting.class)
                .findFirst()
                .orElseThrow(() -> new HarnessFailure(
                        "Nothing on the class path can show results; start Yank with ./yank, which puts it there."));
    }

    /// The folder for results: the one asked for, or `.yank` beside the launcher.
    static Path folder(Path asked) {
        return asked.toString().isEmpty()
                ? Path.of(System.getProperty("yank.home", "")).resolve(".yank")
                : asked;
    }

    /// Makes sure that results can be written before anything is run for them.
    ///
    /// @throws UsageException where they cannot
    static Path writable(Path asked) {
        Path folder = folder(asked);
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
            return folder;
        } catch (IOException | SecurityException e) {
            throw new UsageException("Results cannot be written to " + folder.toAbsolutePath() + " (" + reason(e)
                    + "); choose another folder with --out.");
        }
    }

    /// Why something on disk failed, in a few words.
    static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException _ -> "access denied";
            case FileAlreadyExistsException _ -> "a file of that name is in the way";
            case NoSuchFileException _ -> "no such file or folder";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}

package dev.yank.reports.allure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// One folder of files that a run writes, and that the next run takes away again.
///
/// Only regular files whose names look like those of a run are taken away, so that a file that somebody put
/// there stays.
final class OwnedFiles {

    private final Path folder;
    private final Pattern owned;

    OwnedFiles(Path folder, Pattern owned) {
        this.folder = folder;
        this.owned = owned;
    }

    /// Where the files are.
    Path folder() {
        return folder;
    }

    /// Makes the folder, and takes away what an earlier run left in it.
    void begin() throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("Results cannot be written to " + folder
                    + ": it is not a folder of its own; take it away or choose another folder.");
        }
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    boolean isOurs =
                            owned.matcher(file.getFileName().toString()).matches();
                    if (isOurs && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw explained(folder, e);
        }
    }

    /// Writes one file, as much of it as a file may have.
    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try {
            Files.write(file, Capped.bytes(text));
        } catch (IOException e) {
            throw explained(file, e);
        }
    }

    /// The failure with a sentence that says what could not be written, why, and what to do.
    static IOException explained(Path file, IOException failure) {
        String why = switch (failure) {
            case AccessDeniedException _ -> "access is denied";
            case NoSuchFileException _ -> "its folder is gone";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> String.valueOf(failure.getMessage());
        };
        return new IOException(
                "Results cannot be written to " + file + ": " + why + "; make room there or choose another folder.",
                failure);
    }
}

package dev.yank.harness.linux.guest;

import dev.yank.harness.run.HarnessFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the files of running guests are: a folder for each process of Yank, named for it.
public final class RunFolder {

    private static final Pattern NAME = Pattern.compile("run-([0-9]{1,18})");

    private RunFolder() {}

    /// The folder of this process. Those of processes that are no more, because nothing could stop them from dying, are
    /// deleted.
    ///
    /// @param base the folder of results
    public static Path in(Path base) {
        sweep(base);
        return base.resolve("run-" + ProcessHandle.current().pid());
    }

    private static void sweep(Path base) {
        try (Stream<Path> entries = Files.list(base)) {
            for (Path entry : entries.filter(RunFolder::isLeftOver).toList()) {
                deleteTree(entry);
            }
        } catch (NoSuchFileException e) {
            // nothing was ever run here
        } catch (IOException e) {
            throw new HarnessFailure("The folder " + base + " cannot be tidied (" + e.getMessage() + ").");
        }
    }

    private static boolean isLeftOver(Path entry) {
        Matcher matcher = NAME.matcher(entry.getFileName().toString());
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty();
    }

    private static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}

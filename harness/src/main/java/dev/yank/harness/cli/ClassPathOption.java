package dev.yank.harness.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;

/// `--class-path` of the commands that take drivers from elsewhere.
final class ClassPathOption {

    @Option(
            names = "--class-path",
            paramLabel = "PATH",
            defaultValue = "",
            description = "Jars and folders with drivers of your own.")
    private String classPath = "";

    /// As it was given; empty if it was not.
    String text() {
        return classPath;
    }

    List<Path> paths() {
        return paths(classPath);
    }

    static List<Path> paths(String classPath) {
        return classPath.isEmpty()
                ? List.of()
                : Arrays.stream(classPath.split(File.pathSeparator, -1))
                        .filter(part -> !part.isEmpty())
                        .map(Path::of)
                        .toList();
    }
}

package dev.yank.harness.run;

import dev.yank.harness.instrument.DriverCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The classes that resources of one name on the class path of the harness list: one class name a line; `#`
/// begins a comment.
///
/// @param classNames in the order of the resources
/// @param code those classes and all others of their packages, rewritten
public record ClassIndex(List<String> classNames, DriverCode code) {

    public ClassIndex(List<String> classNames, DriverCode code) {
        this.classNames = List.copyOf(classNames);
        this.code = code;
    }

    /// Reads every resource of that name.
    public static ClassIndex read(String resource) {
        ClassLoader loader = ClassIndex.class.getClassLoader();
        List<String> names = new ArrayList<>();
        try {
            for (URL index : Collections.list(loader.getResources(resource))) {
                names.addAll(lines(index));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> packages =
                names.stream().map(ClassIndex::packageOf).distinct().toList();
        return new ClassIndex(names, DriverCode.visibleTo(loader, name -> packages.contains(packageOf(name))));
    }

    private static List<String> lines(URL index) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }
}

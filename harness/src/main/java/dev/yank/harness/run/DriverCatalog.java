package dev.yank.harness.run;

import dev.yank.harness.instrument.DriverCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/// The drivers of the project, and those that a user brings.
public final class DriverCatalog {

    /// A resource with one class name a line; `#` begins a comment.
    static final String INDEX = "META-INF/yank/drivers";

    private final List<LoadedDriver> drivers;

    private DriverCatalog(List<LoadedDriver> drivers) {
        this.drivers = List.copyOf(drivers);
    }

    /// Every driver that an index on the class path of the harness names.
    public static DriverCatalog ofProject() {
        ClassLoader loader = DriverCatalog.class.getClassLoader();
        List<String> names = new ArrayList<>();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                names.addAll(read(index));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> packages =
                names.stream().map(DriverCatalog::packageOf).distinct().toList();
        DriverCode code = DriverCode.visibleTo(loader, name -> packages.contains(packageOf(name)));
        return new DriverCatalog(
                names.stream().map(name -> LoadedDriver.of(name, code).listed()).toList());
    }

    private static List<String> read(URL index) throws IOException {
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

    /// All of them, in the order of the index.
    public List<LoadedDriver> all() {
        return drivers;
    }

    /// The driver of that name, or the class of that name on `classPath`.
    ///
    /// @throws UsageException where there is none
    public LoadedDriver find(String name, List<Path> classPath) {
        for (LoadedDriver driver : drivers) {
            if (driver.about().name().equals(name)) {
                return driver;
            }
        }
        if (!classPath.isEmpty()) {
            return LoadedDriver.of(name, DriverCode.onClassPath(classPath, DriverCatalog.class.getClassLoader()))
                    .foundOn(classPath);
        }
        throw new UsageException("There is no driver '" + name + "'" + suggestion(name)
                + "; see ./yank list drivers, or give --class-path and a class name for a driver of your own.");
    }

    /// The driver of that class: one of [#all], or else whatever class of that name the harness could load
    /// itself.
    ///
    /// @throws UsageException where the class does not say what it promises
    /// @throws dev.yank.harness.instrument.UnsuitableDriverException where there is no such class, or it
    /// cannot be judged
    public LoadedDriver ofClass(String className) {
        return drivers.stream()
                .filter(driver -> driver.about().className().equals(className))
                .findFirst()
                .orElseGet(() -> LoadedDriver.of(
                        className, DriverCode.visibleTo(DriverCatalog.class.getClassLoader(), _ -> true)));
    }

    private String suggestion(String name) {
        if (name.isBlank()) {
            return "";
        }
        String close = drivers.stream()
                .map(driver -> driver.about().name())
                .filter(known -> known.contains(name) || name.contains(known) || known.startsWith(prefix(name)))
                .limit(3)
                .collect(Collectors.joining(", "));
        return close.isEmpty() ? "" : " (did you mean " + close + "?)";
    }

    private static String prefix(String name) {
        return name.substring(0, Math.min(name.length(), 6));
    }
}

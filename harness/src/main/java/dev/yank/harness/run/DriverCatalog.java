package dev.yank.harness.run;

import dev.yank.harness.instrument.DriverCode;
import java.nio.file.Path;
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
        ClassIndex index = ClassIndex.read(INDEX);
        return new DriverCatalog(index.classNames().stream()
                .map(name -> LoadedDriver.of(name, index.code()).listed())
                .toList());
    }

    /// All of them, in the order of the index.
    public List<LoadedDriver> all() {
        return drivers;
    }

    /// The driver of that name, or the class of that name on `classPath`; or, where a `~` follows, a mutant
    /// of it.
    ///
    /// @throws UsageException where there is none
    public LoadedDriver find(String name, List<Path> classPath) {
        int mutant = name.indexOf(LoadedDriver.MUTANT);
        if (mutant > 0) {
            return find(name.substring(0, mutant), classPath).mutant(name.substring(mutant + 1));
        }
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

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Formats, or checks, every Java file of the repository in one JVM. Run by the root `pom.xml` as
/// `java .build/FormatSources.java (check | apply) <root>`, on the JDK that also compiles: the formatter parses
/// with the compiler of the JDK it runs on.
final class FormatSources {

    private static final List<String> FOLDERS =
            List.of(".build", "model", "harness", "drivers-under-test", "features", "reports");

    private FormatSources() {}

    public static void main(String[] args) {
        var apply = args[0].equals("apply");
        var root = Path.of(args[1]);
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        var wrong = sources(root).parallelStream()
                .filter(source -> differs(formatter, root.resolve(source), apply))
                .map(Path::toString)
                .toList();
        if (!wrong.isEmpty()) {
            System.err.println((apply ? "Formatted:\n  " : "Not formatted:\n  ") + String.join("\n  ", wrong));
        }
        if (!wrong.isEmpty() && !apply) {
            System.err.println("Run \"mvn -q -N -Pformat process-sources\" to format them.");
            System.exit(1);
        }
    }

    private static List<Path> sources(Path root) {
        return FOLDERS.stream()
                .filter(folder -> Files.isDirectory(root.resolve(folder)))
                .flatMap(folder -> javaFiles(root, root.resolve(folder)).stream())
                .toList();
    }

    private static List<Path> javaFiles(Path root, Path folder) {
        var target = folder.resolve("target");
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> !path.startsWith(target))
                    .filter(path -> path.toString().endsWith(".java"))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean differs(Formatter formatter, Path source, boolean apply) {
        try {
            var before = Files.readString(source);
            var after = formatter.formatSourceAndFixImports(before);
            if (apply && !before.equals(after)) {
                Files.writeString(source, after);
            }
            return !before.equals(after);
        } catch (FormatterException e) {
            var hint = e.getMessage().contains("expected token: '_'")
                    ? " (the formatter does not know the bare \"_\" inside a record pattern: write \"var _\")"
                    : "";
            System.err.println(source + " cannot be formatted: " + e.getMessage() + hint);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

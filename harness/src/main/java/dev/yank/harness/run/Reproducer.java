package dev.yank.harness.run;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a counterexample down as a JUnit test class that somebody can put into their own tests.
public final class Reproducer {

    private Reproducer() {}

    /// The simple name of the class, such as `Pl061DevmStateR34Test`.
    public static String className(Counterexample found) {
        String driver = Arrays.stream(found.driver().name().split("[^A-Za-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String name = driver + found.finding().rule() + "Test";
        return Character.isDigit(name.charAt(0)) ? "Driver" + name : name;
    }

    /// The source of the class.
    ///
    /// @param packageName the package that it is for; empty for none
    public static String source(Counterexample found, String packageName) {
        String rule = found.finding().rule().text();
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return header
                + """
                import static org.junit.jupiter.api.Assertions.assertEquals;

                import dev.yank.harness.run.Counterexample;
                import dev.yank.harness.run.DriverCatalog;
                import dev.yank.harness.run.Replayer;
                import java.nio.file.Path;
                import java.util.List;
                import org.junit.jupiter.api.Test;

                /// %s
                ///
                /// Repeats one execution, event by event. As long as it passes, the driver breaks the rule in this way.
                /// Once the driver is another the replay diverges: then this test has done its duty. Run it with
                /// `--add-exports java.base/jdk.internal.vm=ALL-UNNAMED`.
                final class %s {

                    private static final String TOKEN = %s;

                    @Test
                    void breaks%s() {
                        Counterexample found = new Replayer(DriverCatalog.ofProject()).replay(TOKEN, List.of(%s));
                        assertEquals("%s", found.finding().rule().text());
                        assertEquals(%s, found.finding().sentence());
                    }
                }
                """.formatted(
                                comment(found.finding().sentence()),
                                className(found),
                                literal(found.token()),
                                rule,
                                paths(found.classPath()),
                                rule,
                                literal(found.finding().sentence()));
    }

    /// A text that cannot leave the line of a comment.
    private static String comment(String text) {
        return text.replaceAll("[^ -~]", "?").replace("\\", "\\\\");
    }

    private static String paths(String classPath) {
        List<String> paths = classPath.isEmpty() ? List.of() : List.of(classPath.split(File.pathSeparator, -1));
        return paths.stream().map(path -> "Path.of(" + literal(path) + ")").collect(Collectors.joining(", "));
    }

    /// A string as Java source, in ASCII.
    private static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                literal.append('\\').append(letter);
            } else if (letter == '\n') {
                literal.append("\\n");
            } else if (letter < ' ' || letter > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                literal.append(letter);
            }
        }
        return literal.append('"').toString();
    }
}

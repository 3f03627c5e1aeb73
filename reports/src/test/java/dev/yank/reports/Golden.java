package dev.yank.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that are compared with files in `src/test/resources/expected`.
///
/// `mvn -pl reports -am verify -Dyank.golden=write` writes the files anew, and fails so that nobody takes it
/// for a test; read the difference, then run the tests without it.
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "expected");

    private Golden() {}

    /// Fails where the text differs from the file.
    public static void check(String name, String text) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("yank.golden", "").equals("write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                fail("%s was written anew; read what changed, then run without -Dyank.golden.", file);
            }
            assertThat(text).as("text compared with %s", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            fail("%s cannot be read or written: %s", file, e.getMessage());
        }
    }
}

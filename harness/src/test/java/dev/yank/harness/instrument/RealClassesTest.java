package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rewrites whole libraries, whose code was written with no thought of us, and has the JVM verify the
/// outcome.
class RealClassesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"picocli.CommandLine", "net.jqwik.engine.JqwikTestEngine", "org.assertj.core.api.Assertions"})
    void everyClassOfALibraryStaysVerifiable(String known) throws Exception {
        Path jar = jarOf(Class.forName(known));
        ClassLoader parent = new RecordingLoader();
        ClassFiles files =
                new ClassFiles(new ClassSource.OfPath(List.of(jar)), DriverCode.surroundings(parent), _ -> true);
        var code = new DriverCode(files, parent, (_, _) -> {});
        var loader = new InstrumentingClassLoader("library", code);
        List<String> names = classesIn(jar);
        long initialised =
                names.stream().filter(name -> isInitialised(name, loader)).count();

        assertThat(names).hasSizeGreaterThan(100);
        assertThat(initialised).isGreaterThan(names.size() * 9L / 10);
        Recording.take();
    }

    /// Initialises the class, which verifies it first. That a class wants libraries or settings that are not
    /// here is no matter; that it cannot be verified stops the test.
    private static boolean isInitialised(String name, ClassLoader loader) {
        try {
            return loader.equals(Class.forName(name, true, loader).getClassLoader());
        } catch (NoClassDefFoundError | ExceptionInInitializerError e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Path jarOf(Class<?> known) throws URISyntaxException {
        return Path.of(known.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> classesIn(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(".class") && !name.contains("META-INF") && !name.contains("-info"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}

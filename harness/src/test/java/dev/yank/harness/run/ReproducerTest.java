package dev.yank.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Classes are written, compiled and run.
final class ReproducerTest {

    @TempDir
    private Path folder;

    private static Counterexample found(String driver) {
        LoadedDriver loaded = DriverCatalog.ofProject()
                .find("dev.yank.testdriver." + driver, List.of(Path.of("target", "test-classes")));
        return new Trial(loaded, TestDrivers.settings(1, 600), TestDrivers.NO_PROGRESS)
                .run(Duration.ofMinutes(2))
                .counterexample()
                .orElseThrow();
    }

    private void run(String source, String packageName, Counterexample found) throws Exception {
        Path file = folder.resolve(Reproducer.className(found) + ".java");
        Files.writeString(file, source);
        compile(file);
        String name = (packageName.isEmpty() ? "" : packageName + ".") + Reproducer.className(found);
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> type = loader.loadClass(name);
            Method test = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .findFirst()
                    .orElseThrow();
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            test.setAccessible(true);
            test.invoke(constructor.newInstance());
        }
    }

    private void compile(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                folder.toString(),
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-cp",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LeakyChip", "HastyChip", "GotoFailChip"})
    void aReproducerCompilesAndRuns(String driver) {
        Counterexample found = found(driver);
        assertThatCode(() -> run(Reproducer.source(found, ""), "", found)).doesNotThrowAnyException();
        assertThatCode(() -> run(Reproducer.source(found, "com.example"), "com.example", found))
                .doesNotThrowAnyException();
    }

    @Test
    void aReproducerFailsWhereTheRuleIsAnother() {
        Counterexample found = found("LeakyChip");
        String source = Reproducer.source(found, "").replace("assertEquals(\"R5\"", "assertEquals(\"R6\"");
        assertThatThrownBy(() -> run(source, "", found))
                .isInstanceOf(InvocationTargetException.class)
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void classesAreNamedAfterDriverAndRule() {
        assertThat(Reproducer.className(found("LeakyChip"))).isEqualTo("TestLeakyR5Test");
    }
}

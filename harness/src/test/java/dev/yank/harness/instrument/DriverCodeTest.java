package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.kernel.Shadowed;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverCodeTest {

    private static final String PORT = "com.example.Port";

    @TempDir
    private Path folder;

    @Test
    void loadersShareBytesAndNothingElse() {
        CompiledDriver.compile(folder, "Port", "public class Port { int state; }");
        DriverCode code = DriverCode.onClassPath(List.of(folder), new RecordingLoader());

        Class<?> one = new InstrumentingClassLoader("one", code).load(PORT);
        Class<?> two = new InstrumentingClassLoader("two", code).load(PORT);

        assertThat(one).isNotSameAs(two).isNotEqualTo(two);
        assertThat(code.rewritten(PORT)).isSameAs(code.rewritten(PORT));
    }

    @Test
    void aClassOfTheParentIsDefinedAnewAndTheKernelIsNot() {
        Class<?> rewritten = RewrittenDriver.of("Panel").object().getClass();

        assertThat(rewritten).isNotEqualTo(dev.yank.testdriver.Panel.class);
        assertThat(Shadowed.class).isAssignableFrom(rewritten);
        assertThat(rewritten.getClassLoader().getName()).isEqualTo("driver");
    }

    @Test
    void jarsAndFoldersAreReadInOrder() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        CompiledDriver.compile(first, "Port", "public class Port { public String text() { return \"jar\"; } }");
        Path jar = CompiledDriver.jar(folder.resolve("driver.jar"), first, PORT);
        CompiledDriver.compile(second, "Port", "public class Port { public String text() { return \"folder\"; } }");

        assertThat(text(CompiledDriver.loader(jar, second).load(PORT))).isEqualTo("jar");
        assertThat(text(CompiledDriver.loader(second, jar).load(PORT))).isEqualTo("folder");
    }

    private static String text(Class<?> type) {
        try {
            Object made = type.getConstructor().newInstance();
            return String.valueOf(type.getMethod("text").invoke(made));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    @Test
    void everyReachableClassIsInitialisedOnLoading() {
        CompiledDriver.compile(folder, "Port", """
            public class Port {
                Object later() { return Later.TEXT; }
                static class Later {
                    static final Object TEXT = new Object[0];
                    static { System.arraycopy(null, 0, null, 0, 0); }
                }
            }
            """);
        assertRefused(
                PORT,
                "A static initialiser that class com.example.Port$Later needs threw java.lang.NullPointerException; "
                        + "correct it, or move its work to the driver object.");
    }

    @Test
    void aMissingClassIsNamedWithThePathSearched() {
        CompiledDriver.compile(folder, "Other", "public class Other {}");
        Path jar = CompiledDriver.jar(folder.resolve("other.jar"), folder, "com.example.Other");
        assertThatThrownBy(() -> CompiledDriver.loader(jar, folder).load(PORT))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessage("Class com.example.Port is not on the class path " + jar + File.pathSeparator + folder
                        + "; check --class-path.");
    }

    @Test
    void aMissingClassFurtherInIsNamedWithWhoWantsIt() throws IOException {
        CompiledDriver.compile(folder, "State", "public class State {}");
        CompiledDriver.compile(folder, "Port", "public class Port { State state = new State(); }");
        Files.delete(folder.resolve("com/example/State.class"));
        assertRefused(
                PORT,
                "Class com.example.State, which com.example.Port refers to, is not on the class path " + folder
                        + "; check --class-path.");
    }

    @Test
    void aClassOfTheJdkOrTheHarnessIsNotADriver() {
        assertRefused(
                "java.lang.String",
                "Class java.lang.String belongs to the JDK, the harness or a library, not to a driver; "
                        + "name a driver class.");
        assertRefused(
                "dev.yank.harness.kernel.Struct",
                "Class dev.yank.harness.kernel.Struct belongs to the JDK, the harness or a library, not to a driver; "
                        + "name a driver class.");
    }

    @Test
    void aClassFileFromTheFutureIsRefused() throws IOException {
        Path file = compiledPort();
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 127;
        Files.write(file, bytes);
        int newest = ClassFile.latestMajorVersion();
        assertRefused(
                PORT,
                "Class com.example.Port has class-file version 127, newer than the " + newest
                        + " of this JDK; compile it with --release " + (newest - 44) + ".");
    }

    @Test
    void aDamagedClassFileIsRefused() throws IOException {
        Path file = compiledPort();
        byte[] bytes = Files.readAllBytes(file);
        for (int cut : new int[] {0, 3, 9, 40, bytes.length / 2, bytes.length - 30}) {
            Files.write(file, Arrays.copyOf(bytes, cut));
            assertThatThrownBy(() -> CompiledDriver.loader(folder).load(PORT))
                    .as("cut at %d of %d", cut, bytes.length)
                    .isInstanceOf(UnsuitableDriverException.class)
                    .message()
                    .matches("The class file of com\\.example\\.Port is damaged \\(.*\\); build it again\\.");
        }
    }

    @Test
    void aFileInTheWrongFolderIsRefused() throws IOException {
        Files.move(compiledPort(), folder.resolve("Port.class"));
        assertRefused(
                "Port",
                "The file of class Port holds class com.example.Port; "
                        + "put the root of the package folders on --class-path.");
    }

    @Test
    void aClassPathThatIsNotThereIsRefused() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> CompiledDriver.loader(nowhere))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessage(nowhere + " on the class path cannot be read; check --class-path.");
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("text.jar"), "not a jar");
        assertThatThrownBy(() -> CompiledDriver.loader(text).load(PORT))
                .isInstanceOf(UnsuitableDriverException.class)
                .message()
                .matches("Class com\\.example\\.Port cannot be read from .*text\\.jar \\(.*\\); "
                        + "build it again or correct --class-path\\.");
    }

    @Test
    void aMethodWhoseJumpsBecomeTooLongIsStillRewritten() {
        String body = "a[i] = a[i] + 1; ".repeat(900);
        CompiledDriver.compile(folder, "Port", """
            public class Port implements java.util.function.IntUnaryOperator {
                final int[] a = new int[4];
                public int applyAsInt(int n) { for (int i = 0; i < n; i++) { %s } return a[0]; }
            }
            """.formatted(body));
        IntUnaryOperator port = (IntUnaryOperator)
                RewrittenDriver.make(CompiledDriver.loader(folder).load(PORT));
        assertThat(port.applyAsInt(2)).isEqualTo(900);
        assertThat(Recording.take()).filteredOn("loop"::equals).hasSize(2);
    }

    @Test
    void aForwardJumpThatBecomesTooLongIsNotTakenForALoop() {
        CompiledDriver.compile(folder, "Port", """
            public class Port implements java.util.function.IntUnaryOperator {
                final int[] a = new int[4];
                public int applyAsInt(int i) { if (i < 4) { %s } return a[0]; }
            }
            """.formatted("a[i] = a[i] + 1; ".repeat(900)));
        IntUnaryOperator port = (IntUnaryOperator)
                RewrittenDriver.make(CompiledDriver.loader(folder).load(PORT));
        assertThat(port.applyAsInt(0)).isEqualTo(900);
        assertThat(Recording.take()).hasSizeGreaterThan(900).doesNotContain("loop");
    }

    @Test
    void aMethodThatBecomesTooLongIsRefused() {
        CompiledDriver.compile(folder, "Port", """
            public class Port { final int[] a = new int[4]; int i; void probe() { %s } }
            """.formatted("a[i] = i; ".repeat(4000)));
        assertThatThrownBy(() -> CompiledDriver.loader(folder).load(PORT))
                .isInstanceOf(UnsuitableDriverException.class)
                .message()
                .matches("(?s)Class com\\.example\\.Port cannot be rewritten \\(.*\\); "
                        + "if a method of it is very long, split it\\.");
    }

    private Path compiledPort() {
        CompiledDriver.compile(folder, "Port", "public class Port { int state; int get() { return state + 1; } }");
        return Objects.requireNonNull(folder.resolve("com/example/Port.class"));
    }

    private void assertRefused(String className, String sentence) {
        assertThatThrownBy(() -> CompiledDriver.loader(folder).load(className))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessage(sentence);
    }
}

package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MarkingsTest {

    @TempDir
    private Path folder;

    private final RewrittenDriver marked = RewrittenDriver.of("Marked");

    @Test
    void aMarkedReadIsTheOneWhoseValueTheFunctionGets() {
        assertThat(marked.hooks("readOnce"))
                .containsExactly("once read Marked.gone=false", "once read Marked.position=0");
    }

    @Test
    void aMarkedWriteIsTheOneToWhichTheValueGoes() {
        assertThat(marked.hooks("writeOnce"))
                .containsExactly(
                        "read Marked.position=0",
                        "once write Marked.gone=false",
                        "read Ledger.count=7",
                        "once write Marked.position=0");
    }

    @Test
    void whatAcquiresAndReleasesIsToldFromTheRest() {
        assertThat(marked.hooks("ordered"))
                .containsExactly(
                        "release Marked.position=0",
                        "read Marked.next=null",
                        "release Marked.next=null",
                        "acquire Marked.gone=false",
                        "write Marked.gone=false");
    }

    @Test
    void pointersOfRcuAreMarked() {
        List<String> hooks = marked.hooks("pointers").stream()
                .map(hook -> hook.replaceAll("=.*", ""))
                .toList();
        assertThat(hooks)
                .containsExactly(
                        "release Marked.next",
                        "acquire Marked.next",
                        "once read Marked.next",
                        "acquire Marked.next",
                        "touch Marked.srcu");
    }

    @Test
    void elementsOfArraysAreMarked() {
        assertThat(marked.hooks("elements"))
                .containsExactly(
                        "touch Marked.ring",
                        "touch Marked.ring",
                        "once read [0] of [0, 0]",
                        "once write [1] of [0, 0]",
                        "touch Marked.slots",
                        "release [1] of [null, null]",
                        "touch Marked.slots",
                        "once read [1] of [null, a]");
    }

    @Test
    void aVolatileFieldIsMarkedEverywhere() {
        assertThat(marked.hooks("everywhere"))
                .containsExactly("once write Marked.anywhere=0", "once read Marked.anywhere=1");
    }

    @Test
    void everyFieldOfAnObjectHasANumberOfItsOwn() {
        marked.call("writeOnce");
        marked.call("pointers");
        marked.call("everywhere");
        List<String> fields =
                List.of("Ledger.count", "Marked.gone", "Marked.position", "Marked.next", "Marked.anywhere");
        assertThat(fields.stream().map(Recording::placeOf))
                .doesNotHaveDuplicates()
                .allSatisfy(place -> assertThat(place).isBetween(0, fields() - 1));
    }

    private int fields() {
        return (Integer) Objects.requireNonNull(marked.call("yank$fields"));
    }

    static Stream<Arguments> misplaced() {
        String read = "READ_ONCE marks the read of a field or an element, so it must wrap just that: write"
                + " READ_ONCE(object.field).";
        String write = "WRITE_ONCE marks the write of a field or an element, so its value must go just there: write"
                + " object.field = WRITE_ONCE(value).";
        return Stream.of(
                arguments("boolean gone; boolean f() { boolean g = gone; return READ_ONCE(g); }", read),
                arguments("int a; int f() { return READ_ONCE(a + 1); }", read),
                arguments("int a; void f() { a = WRITE_ONCE(1) + 1; }", write),
                arguments("int a; void f() { WRITE_ONCE(a); }", write));
    }

    @ParameterizedTest
    @MethodSource("misplaced")
    void aFunctionThatMarksNothingIsRefused(String members, String reason) {
        String source = "import static dev.yank.harness.kernel.Rwonce.*; public class D { " + members + " }";
        assertThatThrownBy(() -> CompiledDriver.loader(CompiledDriver.compile(folder, "D", source))
                        .load("com.example.D"))
                .isInstanceOf(UnsuitableDriverException.class)
                .hasMessage("Class com.example.D, method f, line 1: " + reason);
    }
}

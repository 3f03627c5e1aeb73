package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessHooksTest {

    private final RewrittenDriver ledger = RewrittenDriver.of("Ledger");

    @Test
    void aWriteIsHookedBeforeItHappens() {
        assertThat(ledger.hooks("setCount")).containsExactly("write Ledger.count=7");
        assertThat(RewrittenDriver.field(ledger.object(), "count")).isEqualTo(5);
        assertThat(ledger.hooks("setName")).containsExactly("write Ledger.name=null");
        assertThat(RewrittenDriver.field(ledger.object(), "name")).isEqualTo("n");
    }

    @Test
    void wideValuesAreWrittenWhole() {
        assertThat(ledger.hooks("setTotal")).containsExactly("write Ledger.total=2");
        assertThat(ledger.hooks("setRate")).containsExactly("write Ledger.rate=3.0");
        assertThat(RewrittenDriver.field(ledger.object(), "total")).isEqualTo(6L);
        assertThat(RewrittenDriver.field(ledger.object(), "rate")).isEqualTo(7.5);
    }

    @Test
    void readsAreHookedAndFinalFieldsOnlyTouched() {
        assertThat(ledger.hooks("readAll"))
                .containsExactly(
                        "read Ledger.count=7", "read Ledger.total=2", "read Ledger.rate=3.0", "touch Ledger.limit");
        assertThat(ledger.call("readAll")).isEqualTo(22L);
    }

    @Test
    void anIncrementIsAReadAndThenAWrite() {
        assertThat(ledger.hooks("increment")).containsExactly("read Ledger.count=7", "write Ledger.count=7");
        assertThat(ledger.hooks("incrementTotal")).containsExactly("read Ledger.total=2", "write Ledger.total=2");
        assertThat(RewrittenDriver.field(ledger.object(), "total")).isEqualTo(6L);
    }

    @Test
    void elementsAreHookedBeforeTheyAreStoredOrLoaded() {
        assertThat(ledger.hooks("storeByte")).containsExactly("touch Ledger.bytes", "write [1] of [0, 0]");
        assertThat(ledger.hooks("loadByte")).containsExactly("touch Ledger.bytes", "read [1] of [0, 9]");
        assertThat(ledger.hooks("storeLong")).containsExactly("touch Ledger.longs", "write [1] of [0, 0]");
        assertThat(ledger.hooks("loadLong")).containsExactly("touch Ledger.longs", "read [1] of [0, 9]");
        assertThat(ledger.hooks("loadName")).containsExactly("touch Ledger.names", "read [1] of [a, b]");
        assertThat(ledger.call("loadByte")).isEqualTo(9);
        assertThat(ledger.call("loadLong")).isEqualTo(9L);
        assertThat(ledger.call("chain")).isEqualTo(8L);
    }

    @Test
    void callsThatTouchWholeArraysAreHookedOncePerArray() {
        ledger.call("storeByte");
        Recording.take();
        assertThat(ledger.hooks("copy")).containsExactly("touch Ledger.bytes", "array [0, 9]", "array [0, 0]");
        assertThat(ledger.call("copy")).isEqualTo(new byte[] {0, 9});
        Recording.take();
        assertThat(ledger.hooks("copyOfClone")).containsExactly("touch Ledger.bytes", "array [0, 9]", "array [0, 9]");
        assertThat(ledger.call("copyOfClone")).isEqualTo(new byte[] {0, 9, 0});
    }

    @Test
    void fillingAFreshArrayIsNotHooked() {
        assertThat(ledger.hooks("text")).isEmpty();
        assertThat(ledger.hooks("fill", new int[1]))
                .containsExactly(
                        "write [0] of [0]", "write [1] of [4, 5, 6]", "read [1] of [4, 7, 6]", "read [0] of [5]");
    }

    @Test
    void eachJumpBackIsHooked() {
        assertThat(ledger.hooks("loop")).containsExactly("loop", "loop", "loop");
        assertThat(ledger.hooks("straight", 1)).isEmpty();
        assertThat(ledger.hooks("spin", 3)).hasSize(3).containsOnly("loop");
        assertThat(ledger.call("spin", 3)).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void aSwitchThatJumpsBackIsHooked(SwitchingLoops.Back back, @TempDir Path folder) throws Exception {
        assertThat(SwitchingLoops.hooksOf(back, folder)).containsExactly("loop", "loop", "loop", "loop");
    }

    @Test
    void aConstructorDoesNotReportItsOwnObjectButReportsOthers() {
        Class<?> type = ledger.object().getClass();
        Object page = Objects.requireNonNull(ledger.call("inner"));
        assertThat(Recording.take()).isEmpty();

        Object copy = RewrittenDriver.make(type, ledger.object(), page);

        assertThat(Recording.take()).containsExactly("read Page.number=4", "write Page.number=4");
        assertThat(RewrittenDriver.field(copy, "limit")).isEqualTo(4);
        assertThat(RewrittenDriver.field(page, "number")).isEqualTo(5);
    }

    @Test
    void theHiddenFieldsOfInnerClassesAreNotReported() throws ReflectiveOperationException {
        Object page = Objects.requireNonNull(ledger.call("inner"));
        Recording.take();
        assertThat(page.getClass().getMethod("both").invoke(page)).isEqualTo(11);
        assertThat(Recording.take()).containsExactly("read Page.number=4", "read Ledger.count=7");
    }

    @Test
    void theBodyOfALambdaIsHooked() {
        IntSupplier lambda = (IntSupplier) Objects.requireNonNull(ledger.call("lambda", 30));
        assertThat(Recording.take()).isEmpty();
        assertThat(lambda.getAsInt()).isEqualTo(37);
        assertThat(Recording.take()).containsExactly("read Ledger.count=7");
    }

    @Test
    void anInheritedFieldIsNamedAfterTheClassThatDeclaresIt() {
        var small = RewrittenDriver.of("SmallLedger");
        assertThat(small.hooks("inherited")).isEqualTo(List.of("read Ledger.count=7", "touch Ledger.limit"));
    }

    @Test
    void aStructureOfTheKernelsIsHookedToo() {
        var knob = RewrittenDriver.of("Knob");
        assertThat(knob.hooks("turn")).containsExactly("write Knob.position=0");
    }

    @Test
    void whatRunsWhileLoadingIsNotHooked() throws ReflectiveOperationException {
        InstrumentingClassLoader loader = RewrittenDriver.loader();
        Recording.take();
        Class<?> loaded = loader.load("dev.yank.testdriver.Ledger");
        assertThat(loader.load("dev.yank.testdriver.Panel$Colour").getEnumConstants())
                .hasSize(2);
        assertThat(Recording.take()).isEmpty();
        assertThat(loaded.getMethod("lastSquare").invoke(null)).isEqualTo(4);
        assertThat(Recording.take()).containsExactly("read [2] of [0, 1, 4]");
    }

    @Test
    void anAccessThroughNullReachesTheHookAndThenThrows() {
        assertThatThrownBy(() -> ledger.call("countOf", new Object[] {null})).isInstanceOf(NullPointerException.class);
        assertThat(Recording.take()).containsExactly("read Ledger.count of null");
    }

    @Test
    void linesStayWhatTheyWere() {
        assertThatThrownBy(() -> ledger.call("fail"))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(thrown -> assertThat(thrown.getStackTrace()[0].toString())
                        .matches("driver//dev\\.yank\\.testdriver\\.Ledger\\.fail\\(Ledger\\.java:\\d+\\)"));
        assertThatThrownBy(() -> new dev.yank.testdriver.Ledger().fail()).satisfies(thrown -> {
            int plain = thrown.getStackTrace()[0].getLineNumber();
            assertThatThrownBy(() -> ledger.call("fail"))
                    .satisfies(again ->
                            assertThat(again.getStackTrace()[0].getLineNumber()).isEqualTo(plain));
        });
    }

    @Test
    void namesAreShortAndNeverEmpty() {
        assertThat(AccessRewriter.simpleName("com/example/Port")).isEqualTo("Port");
        assertThat(AccessRewriter.simpleName("com/example/Port$State")).isEqualTo("State");
        assertThat(AccessRewriter.simpleName("com/example/Port$1Local")).isEqualTo("Local");
        assertThat(AccessRewriter.simpleName("com/example/Port$1")).isEqualTo("Port$1");
    }
}

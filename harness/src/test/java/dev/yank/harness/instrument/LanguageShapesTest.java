package dev.yank.harness.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.testdriver.Shapes;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LanguageShapesTest {

    @Test
    void rewritingDoesNotChangeWhatADriverDoes() {
        Object rewritten = RewrittenDriver.of("Shapes").object();

        assertThat(((Supplier<?>) rewritten).get()).isEqualTo(new Shapes().get());
        assertThat(Recording.take()).contains("read Failure.code=11", "write Doubler.calls=1", "write Shapes$1.own=14");
    }

    @Test
    void theTableBehindASwitchOverAnEnumIsNotReported() {
        var shapes = RewrittenDriver.of("Shapes");
        shapes.call("get");
        assertThat(Recording.take()).isNotEmpty().doesNotContain("array [1, 2]");
    }
}

package dev.yank.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.spec.device.DeviceOperation.Resume;
import dev.yank.model.trace.EventKind;
import dev.yank.reports.Examples;
import dev.yank.reports.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void theSentenceSpeaksOfStepsAsTheyAreShown() {
        Timeline timeline = Timeline.of(Examples.useAfterFree());
        int freed = timeline.rows().stream()
                .filter(row -> row.words().contains("frees Pl061State"))
                .findFirst()
                .orElseThrow()
                .number();
        assertThat(timeline.sentence()).endsWith("freed in step " + freed + ".");
        assertThat(timeline.rows().getLast().mark()).contains("freed in step " + freed);
    }

    @Test
    void rowsAreNumberedFromOne() {
        List<Row> rows = Timeline.of(Examples.deadlock()).rows();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).number()).isEqualTo(i + 1);
        }
    }

    @Test
    void everyStuckTaskIsMarked() {
        assertThat(Timeline.of(Examples.deadlock()).rows())
                .filteredOn(Row::isFailure)
                .extracting(row -> row.mark().get())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("process 1 has it since step "),
                        second -> assertThat(second).startsWith("process 0 has it since step "));
    }

    @Test
    void whatComesAfterTheFailureIsLeftOut() {
        Story story = new Story("process 0")
                .object(1, "State")
                .asks(0, new Resume(0))
                .event(EventKind.OOPS, 0, 1, 0, "it dereferenced a null pointer");
        int oops = story.last();
        story.event(EventKind.FREE, 0, 1, 0, "");
        assertThat(Timeline.of(story.breaks("late", "K1", "process 0 oopsed.", oops))
                        .rows())
                .extracting(Row::words)
                .containsExactly("resume", "  oops: it dereferenced a null pointer");
    }

    @Test
    void anAnswerJoinsItsOperationWhereNothingComesBetween() {
        assertThat(Timeline.of(Examples.notLinearizable()).rows())
                .extracting(Row::words)
                .containsSubsequence("set-line 3=1 on handle 0", "get-line 3 on handle 1", "-> 0", "-> 0")
                .endsWith("get-line 3 on handle 0 -> 0");
    }

    @Test
    void tasksWithoutStepsHaveNoColumn() {
        assertThat(Timeline.of(Examples.failedProbe()).lanes()).containsExactly("set-up");
    }

    @Test
    void whatIsClosestToTheFailureIsKept() {
        assertThat(Timeline.of(Examples.longTrace()).rows())
                .hasSizeLessThan(30)
                .extracting(Row::words)
                .contains("  decrements Refcount from 1", "  decrements Refcount from 0")
                .doesNotContain("  decrements Refcount from 30000");
    }
}

package dev.yank.model.linearize;

import static dev.yank.model.history.EventType.FAIL;
import static dev.yank.model.history.EventType.INFO;
import static dev.yank.model.history.EventType.INVOKE;
import static dev.yank.model.history.EventType.OK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.ProcessId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HistoryEntriesTest {

    @Test
    void keepsWhatHappenedOrMayHaveHappened() {
        History history = new History(List.of(
                event(0, INVOKE, "put", 7, 0),
                event(1, INVOKE, "get", null, 1),
                event(2, INVOKE, "put", 8, 2),
                event(3, INVOKE, "put", 9, 3),
                event(0, OK, "put", 70, 4),
                event(1, FAIL, "get", null, 5),
                event(2, INFO, "put", null, 6)));
        assertThat(HistoryEntries.of(history, (f, value) -> f + " " + value, value -> "answer " + value))
                .containsExactly(
                        new Entry<>(0, "put 7", "answer 70", 0, 4),
                        Entry.lost(2, "put 8", 2),
                        Entry.lost(3, "put 9", 3));
    }

    private static Event event(int process, EventType type, String f, @Nullable Object value, int index) {
        return new Event(new ProcessId(process), type, f, value, index, index);
    }
}

package dev.yank.harness.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.trace.EventKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class AccessPairsTest {

    private final AccessPairs pairs = new AccessPairs();

    private AccessPairsTest() {
        begin();
    }

    private void begin() {
        pairs.begin();
        pairs.plays(1, "read");
        pairs.plays(2, "unplug");
    }

    private List<Long> noted() {
        return IntStream.range(0, pairs.count()).mapToObj(pairs::pair).toList();
    }

    @Test
    void theOrderOfConflictingAccessesIsTold() {
        pairs.event(EventKind.WRITE, 2, 5, "State.gone");
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        List<Long> writtenFirst = noted();
        begin();
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        pairs.event(EventKind.WRITE, 2, 5, "State.gone");
        assertThat(writtenFirst).hasSize(1).doesNotContainAnyElementsOf(noted());
        assertThat(noted()).hasSize(1);
    }

    @Test
    void aPairIsTheSameForEveryObjectAndEveryTask() {
        pairs.event(EventKind.WRITE, 2, 5, "State.gone");
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        List<Long> first = noted();
        begin();
        pairs.plays(7, "read");
        pairs.plays(3, "unplug");
        pairs.event(EventKind.WRITE, 3, 9, "State.gone");
        pairs.event(EventKind.READ, 7, 9, "State.gone");
        assertThat(noted()).isEqualTo(first);
        begin();
        pairs.plays(1, "write");
        pairs.event(EventKind.WRITE, 2, 5, "State.gone");
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        assertThat(noted()).hasSize(1).isNotEqualTo(first);
    }

    @Test
    void aWriteConflictsWithTheLastReadAndTheLastWrite() {
        pairs.event(EventKind.WRITE, 1, 5, "State.gone");
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        pairs.event(EventKind.WRITE, 2, 5, "State.gone");
        assertThat(noted()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nothingElseConflicts() {
        pairs.event(EventKind.READ, 1, 5, "State.gone");
        pairs.event(EventKind.READ, 2, 5, "State.gone");
        pairs.event(EventKind.WRITE, 2, 5, "State.count");
        pairs.event(EventKind.WRITE, 2, 6, "State.gone");
        pairs.event(EventKind.LOCK, 1, 7, "a mutex");
        pairs.event(EventKind.LOCK, 1, 7, "a mutex");
        assertThat(noted()).isEmpty();
    }

    @Test
    void executionsDoNotMix() {
        pairs.event(EventKind.LOCK, 1, 7, "a mutex");
        begin();
        pairs.event(EventKind.LOCK, 2, 7, "a mutex");
        assertThat(noted()).isEmpty();
        pairs.event(EventKind.LOCK, 1, 7, "a mutex");
        assertThat(noted()).hasSize(1);
    }

    @Test
    void asManyPairsAsThereAreAreKept() {
        for (int i = 0; i < 1000; i++) {
            pairs.event(EventKind.LOCK, 1 + i % 2, 7, "a mutex");
        }
        assertThat(noted()).hasSize(999);
    }
}

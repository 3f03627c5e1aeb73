package dev.yank.reports.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.Counterexample;
import dev.yank.reports.Examples;
import dev.yank.reports.RecordedFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionDrawingTest {

    private static final Path ROOT = Path.of(System.getProperty("yank.home"));

    @Test
    void everyStepOfTheTraceAndOfTheHistoryIsThere() {
        Counterexample found = RecordedFailure.of("pl061-devm-state");
        ExecutionView view = view(found);
        assertThat(view.moments())
                .hasSize(found.trace().size() + found.history().events().size());
        assertThat(view.moments().getFirst().words()).isEqualTo("probe");
        assertThat(view.moments().getFirst().kind()).isEqualTo("invoke");
    }

    @Test
    void theBrokenRuleIsMarkedWhereItIsBrokenAndNamesTheStepThatExplainsIt() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        List<Moment> marked =
                view.moments().stream().filter(moment -> moment.mark() != null).toList();
        assertThat(marked).singleElement().isSameAs(view.moments().getLast());
        int freed = Integer.parseInt(
                Optional.ofNullable(marked.getFirst().mark()).orElseThrow().replace("freed in step ", ""));
        assertThat(view.moments().get(freed - 1).words()).isEqualTo("frees State");
        assertThat(view.sentence()).contains("freed in step " + freed + ".");
    }

    @Test
    void theDeviceIsProbedBoundRemovedAndGone() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        assertThat(spans(view, "device"))
                .extracting(Span::words)
                .containsExactly("probing", "bound", "removing", "releasing devres", "gone");
        assertThat(spans(view, "device")).last().extracting(Span::to).isNull();
    }

    @Test
    void aSurpriseIsDrawnBesideTheStateOfTheDevice() {
        ExecutionView view = view(RecordedFailure.of("edu-busy-spin"));
        assertThat(spans(view, "pulled")).singleElement().extracting(Span::to).isNull();
    }

    @Test
    void memoryLivesFromItsAllocationToItsFree() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        Span state = spans(view, "alive").stream()
                .filter(span -> span.words().equals("State"))
                .findFirst()
                .orElseThrow();
        assertThat(view.moments().get(state.from()).words()).isEqualTo("allocates State");
        assertThat(view.moments()
                        .get(Optional.ofNullable(state.to()).orElseThrow())
                        .words())
                .isEqualTo("frees State");
    }

    @Test
    void aLockIsHeldFromLockToUnlockByWhomeverLockedIt() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        assertThat(spans(view, "lock")).isNotEmpty().allSatisfy(span -> {
            assertThat(view.moments().get(span.from()).words()).startsWith("locks ");
            assertThat(view.moments()
                            .get(Optional.ofNullable(span.to()).orElseThrow())
                            .words())
                    .startsWith("unlocks ");
            assertThat(span.words()).isEqualTo(view.tasks().get(span.task()).name());
        });
    }

    @Test
    void whoSleepsForEverSleepsToTheEnd() {
        ExecutionView view = view(RecordedFailure.of("pl061-gpiolib-srcu"));
        assertThat(spans(view, "blocked"))
                .filteredOn(span -> span.to() == null)
                .extracting(span -> view.tasks().get(span.task()).name() + " " + span.words())
                .containsExactly("process 0 a wake-up", "tear-down an SRCU grace period");
        assertThat(spans(view, "drain")).singleElement().extracting(Span::to).isNull();
    }

    @Test
    void aCountRisesAndFalls() {
        ExecutionView view = view(RecordedFailure.of("pl061-cdev-disconnect-puts-twice"));
        assertThat(view.counts()).isNotEmpty();
        assertThat(view.counts()).allSatisfy(count -> {
            assertThat(count.points()).isNotEmpty();
            assertThat(view.lanes()).extracting(Lane::id).contains(count.lane());
        });
        assertThat(view.counts())
                .flatExtracting(ExecutionView.Count::points)
                .extracting(List::getLast)
                .contains(1, 2, 0, -1);
    }

    @Test
    void lanesStandInTheOrderOfTheirGroups() {
        Counterexample found = RecordedFailure.of("edu-gated-frees-dma-early");
        ExecutionView view = view(found);
        assertThat(view.lanes().stream().map(Lane::group).distinct())
                .containsExactly("device", "tasks", "counts", "locks and guards", "objects");
        List<String> tasks = view.lanes().stream()
                .filter(lane -> lane.group().equals("tasks"))
                .map(Lane::label)
                .toList();
        assertThat(tasks.getFirst()).startsWith("set-up");
        assertThat(found.tasks()).containsSubsequence(tasks.subList(1, tasks.size()));
        assertThat(tasks).hasSizeGreaterThan(2);
    }

    @Test
    void theLinesOfTheDriverAreShownAroundTheirPlaces() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        Moment allocation = view.moments().stream()
                .filter(moment -> moment.words().equals("allocates State"))
                .findFirst()
                .orElseThrow();
        Moment.Place place = Optional.ofNullable(allocation.place()).orElseThrow();
        ExecutionView.Source source = view.sources().get(place.file());
        assertThat(source.name()).isEqualTo("DevmState.java");
        assertThat(source.path()).startsWith("drivers-under-test/src/main/java/dev/yank/drivers/");
        assertThat(source.lines()).containsKeys(place.line() - 1, place.line(), place.line() + 1);
    }

    @Test
    void registersAreSeenToChange() {
        ExecutionView view = view(RecordedFailure.of("pl061-devm-state"));
        assertThat(view.registers()).startsWith("GPIODATA", "GPIODIR");
        assertThat(view.snapshots().getFirst().from()).isEqualTo(-1);
        assertThat(view.snapshots())
                .anySatisfy(snapshot -> assertThat(snapshot.values()).contains("0xff"));
        assertThat(view.moments()).extracting(Moment::words).contains("writes GPIOIE of pl061");
    }

    @Test
    void anAnswerThatNoOrderExplainsIsMarked() {
        ExecutionView view = view(Examples.notLinearizable());
        assertThat(view.moments())
                .filteredOn(moment -> moment.mark() != null)
                .singleElement()
                .satisfies(moment -> assertThat(moment.kind()).isEqualTo("answer"));
    }

    @Test
    void everyRecordedFailureIsMarkedSomewhereAndHasAnOperationInEveryProcess() {
        for (Counterexample found : RecordedFailure.all()) {
            ExecutionView view = view(found);
            assertThat(view.moments()).as(view.title()).anyMatch(moment -> moment.mark() != null);
            assertThat(view.moments()).as(view.title()).anyMatch(Moment::key);
            assertThat(view.spans())
                    .as(view.title())
                    .anyMatch(span -> span.kind().equals("operation"));
        }
    }

    private static List<Span> spans(ExecutionView view, String kind) {
        return view.spans().stream().filter(span -> span.kind().equals(kind)).toList();
    }

    private static ExecutionView view(Counterexample found) {
        return ExecutionDrawing.of(found, ROOT);
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.EventKind.EXCHANGE;
import static dev.yank.model.trace.EventKind.FILE_LAST_PUT;
import static dev.yank.model.trace.EventKind.FORK;
import static dev.yank.model.trace.EventKind.LOAD_ACQUIRE;
import static dev.yank.model.trace.EventKind.LOCK;
import static dev.yank.model.trace.EventKind.MISUSE;
import static dev.yank.model.trace.EventKind.OBSERVE;
import static dev.yank.model.trace.EventKind.OPERATION_ENTER;
import static dev.yank.model.trace.EventKind.OPERATION_EXIT;
import static dev.yank.model.trace.EventKind.PUBLISH;
import static dev.yank.model.trace.EventKind.READ;
import static dev.yank.model.trace.EventKind.REF_DEC;
import static dev.yank.model.trace.EventKind.REF_INC;
import static dev.yank.model.trace.EventKind.SETTLED;
import static dev.yank.model.trace.EventKind.STORE_RELEASE;
import static dev.yank.model.trace.EventKind.UNLOCK;
import static dev.yank.model.trace.EventKind.WAKE;
import static dev.yank.model.trace.EventKind.WRITE;
import static dev.yank.model.trace.EventKind.WRITE_ONCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.rule.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What puts accesses in an order, mechanism by mechanism.
final class RaceOrderTest {

    private static final int A = 1;

    private static Told trace() {
        return new Told();
    }

    @Test
    void theLastPutComesAfterEveryOtherPut() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_DEC, A, 2, "")
                        .by(1)
                        .does(REF_DEC, A, 1, "")
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void getsAndPutsThatAreNotTheLastOrderNothing() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_DEC, A, 3, "")
                        .by(1)
                        .does(REF_DEC, A, 2, "")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(REF_INC, A, 1, "")
                        .by(1)
                        .does(REF_INC, A, 2, "")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void aWakeUpOrdersAndAnAtomicChangeDoes() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(WAKE, A)
                        .by(1)
                        .does(OBSERVE, A)
                        .access(READ, 1)
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .does(EXCHANGE, A)
                        .by(1)
                        .does(EXCHANGE, A)
                        .access(READ, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void aTaskComesAfterWhatItsStarterDidBefore() {
        Told started = trace().by(0).access(WRITE, 1).does(FORK, 0, 1, "a task");
        assertThat(started.by(1).access(READ, 1).found()).isEmpty();
        assertThat(trace().by(0)
                        .does(FORK, 0, 1, "a task")
                        .access(WRITE, 1)
                        .by(1)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void newTasksComeAfterEverybodyHasComeToRest() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .by(1)
                        .access(WRITE, 2)
                        .does(SETTLED, 0)
                        .by(2)
                        .access(WRITE, 1)
                        .by(3)
                        .access(WRITE, 2)
                        .found())
                .isEmpty();
        assertThat(trace().by(0)
                        .does(SETTLED, 0)
                        .by(2)
                        .access(WRITE, 1)
                        .by(3)
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void aStoreThatReleasesOrdersWithTheLoadThatSeesIt() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(STORE_RELEASE, 2)
                        .by(1)
                        .access(LOAD_ACQUIRE, 2)
                        .access(READ, 1)
                        .found())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WRITE_ONCE, LOAD_ACQUIRE", "STORE_RELEASE, READ_ONCE", "WRITE_ONCE, READ_ONCE"})
    void aMarkThatDoesNotOrderDoesNotOrder(EventKind store, EventKind load) {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(store, 2)
                        .by(1)
                        .access(load, 2)
                        .access(READ, 1)
                        .found())
                .singleElement()
                .asString()
                .startsWith("K2: task 0 writes x1 plainly in step 1");
    }

    @Test
    void aLoadDoesNotSeeAReleaseThatWasOverwritten() {
        assertThat(trace().by(0)
                        .access(WRITE, 1)
                        .access(STORE_RELEASE, 2)
                        .by(1)
                        .access(WRITE_ONCE, 2)
                        .by(2)
                        .access(LOAD_ACQUIRE, 2)
                        .access(READ, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void operationsComeAfterTheOpenOfTheirFileAndBeforeItsLastPut() {
        assertThat(trace().by(0)
                        .does(OPERATION_ENTER, A, EntryPoint.OPEN.ordinal(), "open")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "open")
                        .by(1)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "read")
                        .by(2)
                        .does(FILE_LAST_PUT, A)
                        .access(WRITE, 1)
                        .found())
                .isEmpty();
    }

    @Test
    void operationsOnOneFileAreNotOrderedAmongEachOther() {
        assertThat(trace().by(1)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .does(OPERATION_EXIT, A, 0, "read")
                        .by(2)
                        .does(OPERATION_ENTER, A, EntryPoint.READ.ordinal(), "read")
                        .access(WRITE, 1)
                        .found())
                .hasSize(1);
    }

    @Test
    void theFirstRaceIsNamedAndAnyOtherFindingComesInstead() {
        Told races = trace().by(0)
                .access(WRITE, 1)
                .access(WRITE, 2)
                .by(1)
                .access(READ, 2)
                .access(READ, 1);
        assertThat(races.found()).singleElement().asString().contains("x2");
        assertThat(races.does(MISUSE, A, 0, "something else").found()).containsExactly("K1: task 1: something else.");
    }

    @Test
    void nothingIsLeftOfOneExecutionInTheNext() {
        var judge = new TraceJudge(Policy.DEFAULT);
        for (int execution = 0; execution < 2; execution++) {
            judge.begin();
            judge.event(1, LOCK, execution, A, 0, "");
            judge.event(2, WRITE, execution, 0, 1, "x");
            judge.event(3, UNLOCK, execution, A, 0, "");
            judge.event(4, FORK, execution, 0, 7, "");
            assertThat(judge.hasHazard()).isFalse();
            assertThat(judge.witnessed() & RuleIds.K2.bit()).isZero();
        }
        judge.event(5, READ, 0, 0, 1, "x");
        assertThat(judge.hasHazard()).isTrue();
        assertThat(judge.hasFindings()).isFalse();
        assertThat(judge.witnessed() & RuleIds.K2.bit()).isNotZero();
    }

    @Test
    void asManyTasksAndObjectsAsAnExecutionMayHave() {
        Told many = trace();
        for (int task = 0; task < 100; task++) {
            many.by(task);
            for (int object = 1; object < 80; object++) {
                many.does(LOCK, object).does(UNLOCK, object);
            }
            many.access(WRITE, 1).access(READ, 2).does(PUBLISH, 80);
        }
        assertThat(many.by(0).does(OBSERVE, 80).access(WRITE, 2).found())
                .singleElement()
                .asString()
                .startsWith("K2: task 0 writes x1 plainly in step");
    }
}

package dev.yank.model.linearize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.model.linearize.Cell.Await;
import dev.yank.model.linearize.Cell.CellOperation;
import dev.yank.model.linearize.Cell.Get;
import dev.yank.model.linearize.Cell.Put;
import dev.yank.model.linearize.Cell.Toss;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.device.CharacterDeviceSpec;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinearizabilityCheckerTest {

    @Test
    void acceptsAnEmptyHistory() {
        assertThat(check(cell())).isEqualTo(new Linearizable<>(List.of()));
    }

    @Test
    void acceptsASequentialHistoryInItsOwnOrder() {
        var history = cell().does(0, new Put(3), 0).does(1, new Get(), 3);
        assertThat(check(history)).isEqualTo(new Linearizable<>(history.entries()));
    }

    @Test
    void findsTheOtherOrderOfOverlappingOperations() {
        var history = cell().invokes(0, new Put(3)).does(1, new Get(), 0).answers(0, 0);
        assertThat(order(check(history))).containsExactly(new Get(), new Put(3));
    }

    @Test
    void takesBackAChoiceThatLeadsNowhere() {
        // The first put may take effect before or after the second; only "before" explains both reads.
        var history = cell().invokes(0, new Put(1))
                .invokes(1, new Put(2))
                .does(2, new Get(), 1)
                .does(2, new Get(), 2)
                .answers(0, 0)
                .answers(1, 0);
        assertThat(order(check(history))).containsExactly(new Put(1), new Get(), new Put(2), new Get());
    }

    @Test
    void refusesAReadFromThePast() {
        var history = cell().does(0, new Put(1), 0).does(0, new Put(2), 0).does(1, new Get(), 1);
        assertThat(check(history))
                .isEqualTo(new NotLinearizable<>(
                        history.entries().get(2),
                        "Get[] may answer [2] here, but answered 1.",
                        history.entries().subList(0, 2)));
    }

    @Test
    void refusesAReadThatMissesWhatCompletedBeforeIt() {
        var history = cell().invokes(0, new Put(1))
                .does(1, new Get(), 0)
                .answers(0, 0)
                .does(1, new Get(), 0);
        assertThat(check(history)).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void refusesWhatTwoReadersSeeInOppositeOrders() {
        var history = cell().invokes(0, new Put(1))
                .invokes(1, new Put(2))
                .does(2, new Get(), 1)
                .does(3, new Get(), 2)
                .does(2, new Get(), 1)
                .answers(0, 0)
                .answers(1, 0);
        assertThat(check(history)).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void countsIntervalsThatTouchAsOverlapping() {
        var put = new Entry<CellOperation, Integer>(0, new Put(1), 0, 0, 5);
        var get = new Entry<CellOperation, Integer>(1, new Get(), 0, 5, 6);
        var late = new Entry<CellOperation, Integer>(1, new Get(), 0, 6, 7);
        assertThat(check(List.of(put, get))).isInstanceOf(Linearizable.class);
        assertThat(check(List.of(put, late))).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void letsALostOperationTakeEffectLateOrNever() {
        assertThat(check(cell().invokes(0, new Put(1)).does(1, new Get(), 0).does(1, new Get(), 1)))
                .isInstanceOf(Linearizable.class);
        assertThat(order(check(cell().invokes(0, new Put(1)).does(1, new Get(), 0))))
                .containsExactly(new Get());
    }

    @Test
    void letsALostOperationTakeEffectOnce() {
        var history = cell().invokes(0, new Put(1))
                .does(1, new Get(), 1)
                .does(1, new Put(2), 0)
                .does(1, new Get(), 1);
        assertThat(check(history)).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void doesNotLetALostOperationTakeEffectBeforeItsInvocation() {
        assertThat(check(cell().does(1, new Get(), 1).invokes(0, new Put(1)))).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void triesEveryEffectOfALostOperation() {
        for (int side = 1; side <= 2; side++) {
            assertThat(check(cell().invokes(0, new Toss()).does(1, new Get(), side)))
                    .isInstanceOf(Linearizable.class);
        }
        assertThat(check(cell().invokes(0, new Toss()).does(1, new Get(), 3))).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void takesTheEffectThatWasAnswered() {
        assertThat(check(cell().does(0, new Toss(), 2).does(1, new Get(), 2))).isInstanceOf(Linearizable.class);
        assertThat(check(cell().does(0, new Toss(), 2).does(1, new Get(), 1))).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void saysWhenAnOperationCannotTakeEffectAtAll() {
        assertThat(check(cell().does(0, new Put(1), 0).does(0, new Await(2), 0)))
                .isInstanceOfSatisfying(
                        NotLinearizable.class,
                        result -> assertThat(result.sentence())
                                .isEqualTo("Await[number=2] cannot take effect here, but answered 0."));
    }

    @Test
    void listsEveryAnswerThatWasAllowed() {
        assertThat(check(cell().does(0, new Toss(), 7)))
                .isInstanceOfSatisfying(
                        NotLinearizable.class,
                        result -> assertThat(result.sentence())
                                .isEqualTo("Toss[] may answer [1, 2] here, but answered 7."));
    }

    @Test
    void givesUpAtTheLimitAndSaysSo() {
        var history = cell();
        for (int process = 0; process < 12; process++) {
            history.invokes(process, new Put(process));
        }
        history.does(12, new Get(), 99);
        assertThat(LinearizabilityChecker.check(new Cell(), history.entries(), new Limits(100)))
                .isEqualTo(new Inconclusive<>(
                        "The search visited 100 configurations without an answer; allow it more,"
                                + " or judge a shorter history.",
                        13,
                        0,
                        1));
        assertThat(check(history)).isInstanceOf(NotLinearizable.class);
        var two = cell().does(0, new Put(1), 0).does(0, new Get(), 1).entries();
        assertThat(LinearizabilityChecker.check(new Cell(), two, new Limits(2))).isInstanceOf(Linearizable.class);
        assertThat(LinearizabilityChecker.check(new Cell(), two, new Limits(1))).isInstanceOf(Inconclusive.class);
        assertThatThrownBy(() -> new Limits(0))
                .hasMessage("A search needs at least one configuration, but was given 0.");
    }

    @Test
    void judgesMoreOperationsThanAWordHasBits() {
        var history = cell();
        for (int i = 0; i < 200; i++) {
            history.invokes(0, new Put(i)).does(1, new Get(), i).answers(0, 0);
        }
        assertThat(check(history)).isInstanceOf(Linearizable.class);
        assertThat(check(history.does(1, new Get(), 198))).isInstanceOf(NotLinearizable.class);
    }

    @Test
    void judgesPartsApartAndMergesTheirOrders() {
        var spec = new CharacterDeviceSpec(Policy.DEFAULT, Initially.BOUND, Faults.NONE);
        Response done = Response.done(0);
        var history = new Recording<DeviceOperation, Response>()
                .does(0, new DeviceOperation.Open(new Handle(0, 0)), done)
                .does(1, new DeviceOperation.Open(new Handle(1, 0)), done)
                .does(0, new DeviceOperation.Write(new Handle(0, 0), 1), done)
                .does(1, new DeviceOperation.Read(new Handle(1, 0)), done)
                .does(0, new DeviceOperation.Read(new Handle(0, 0)), Response.done(1));
        assertThat(LinearizabilityChecker.check(spec, history.entries(), Limits.DEFAULT))
                .isEqualTo(new Linearizable<>(history.entries()));
        history.does(1, new DeviceOperation.Read(new Handle(1, 0)), Response.done(1));
        assertThat(LinearizabilityChecker.check(spec, history.entries(), Limits.DEFAULT))
                .isEqualTo(new NotLinearizable<>(
                        history.entries().get(5),
                        "read on handle 0 of device 1 may answer [0] here, but answered 1.",
                        List.of(history.entries().get(1), history.entries().get(3))));
    }

    @Test
    void refusesEntriesThatCannotBe() {
        assertThatThrownBy(() -> new Entry<>(0, "op", "answer", 5, 5))
                .hasMessage(
                        "Process 0 completes op at 5 but invokes it at 5; a completion comes after its invocation.");
        assertThatThrownBy(() -> new Entry<>(0, "op", null, 5, 6))
                .hasMessage("Process 0 completes op at 6 with the response null; an operation has both a completion and"
                        + " a response, or neither.");
    }

    private static Recording<CellOperation, Integer> cell() {
        return new Recording<>();
    }

    private static LinearizabilityResult<CellOperation, Integer> check(Recording<CellOperation, Integer> history) {
        return check(history.entries());
    }

    private static LinearizabilityResult<CellOperation, Integer> check(List<Entry<CellOperation, Integer>> entries) {
        return LinearizabilityChecker.check(new Cell(), entries, Limits.DEFAULT);
    }

    private static List<CellOperation> order(LinearizabilityResult<CellOperation, Integer> result) {
        assertThat(result).isInstanceOf(Linearizable.class);
        return ((Linearizable<CellOperation, Integer>) result)
                .order().stream().map(Entry::operation).toList();
    }
}

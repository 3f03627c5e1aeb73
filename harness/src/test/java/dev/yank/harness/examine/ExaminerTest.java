package dev.yank.harness.examine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.examine.ExaminedHistory.Order;
import dev.yank.harness.examine.ExaminedHistory.Part;
import dev.yank.harness.examine.ExaminedHistory.Step;
import dev.yank.harness.examine.ExaminedHistory.Verdict;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExaminerTest {

    /// A cell with a number in it. `n` puts n; 0 reads; parts are tens.
    private static final class Cell implements SequentialSpec<Integer, Integer, Integer> {

        @Override
        public String name() {
            return "cell";
        }

        @Override
        public Integer initial() {
            return 0;
        }

        @Override
        public List<Effect<Integer, Integer>> effects(Integer state, Integer operation) {
            int number = operation % 10;
            return number == 0 ? List.of(new Effect<>(state, state)) : List.of(new Effect<>(number, 0));
        }

        @Override
        public Object partition(Integer operation) {
            return operation / 10;
        }

        @Override
        public String describeOperation(Integer operation) {
            return operation % 10 == 0 ? "read" : "put " + operation % 10;
        }
    }

    @Test
    void anOrderThatExplainsAllIsShownWithTheStates() {
        Part part = one(List.of(put(0, 1, 0, 3), read(1, 1, 1, 2)));
        assertThat(part.verdict()).isEqualTo(Verdict.LINEARIZABLE);
        assertThat(part.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.steps()).containsExactly(new Step(0, "1"), new Step(1, "1")));
        assertThat(part.longest()).containsExactly(0, 0);
        assertThat(part.cannotBePlaced()).isEqualTo(-1);
        assertThat(part.initial()).isEqualTo("0");
    }

    @Test
    void ofAHistoryThatFailsTheLongestOrdersAreShownAndWhatCannotBePlaced() {
        Part part = one(List.of(put(0, 1, 0, 1), put(0, 2, 2, 3), read(1, 1, 4, 5)));
        assertThat(part.verdict()).isEqualTo(Verdict.NOT_LINEARIZABLE);
        assertThat(part.cannotBePlaced()).isEqualTo(2);
        assertThat(part.sentences()).containsExactly("read may answer [2] here, but answered 1.");
        assertThat(part.orders())
                .containsExactly(new Order(
                        List.of(new Step(0, "1"), new Step(1, "2")),
                        List.of("read may answer [2] here, but answered 1.")));
        assertThat(part.longest()).containsExactly(0, 0, -1);
        assertThat(part.core()).contains(1, 2);
    }

    @Test
    void anOperationThatTheLongestOrderLeavesOutHasOneOfItsOwn() {
        // The reads see 1 and then 2 and then 1: either put can be last, not both.
        Part part =
                one(List.of(put(0, 1, 0, 9), put(1, 2, 0, 9), read(2, 1, 1, 2), read(2, 2, 3, 4), read(2, 1, 5, 6)));
        assertThat(part.verdict()).isEqualTo(Verdict.NOT_LINEARIZABLE);
        assertThat(part.longest()).allMatch(order -> order >= -1);
        for (int operation = 0; operation < part.operations().size(); operation++) {
            int order = part.longest().get(operation);
            int wanted = operation;
            if (order >= 0) {
                assertThat(part.orders().get(order).steps()).anyMatch(step -> step.operation() == wanted);
            }
        }
        assertThat(part.longest().getLast()).as("the read that sees 1 again").isEqualTo(-1);
    }

    @Test
    void partsAreExaminedAlone() {
        ExaminedHistory history = examined(List.of(
                new Entry<>(0, 1, 0, 0, 1),
                new Entry<>(0, 12, 0, 2, 3),
                new Entry<>(1, 10, 2, 4, 5),
                new Entry<>(1, 0, 7, 6, 7)));
        assertThat(history.parts())
                .extracting(Part::verdict)
                .containsExactly(Verdict.NOT_LINEARIZABLE, Verdict.LINEARIZABLE);
        assertThat(history.verdict()).isEqualTo(Verdict.NOT_LINEARIZABLE);
    }

    @Test
    void anOperationWhoseAnswerNobodyKnowsMayBePlacedOrNot() {
        Part part = one(List.of(Entry.lost(0, 1, 0), read(1, 1, 1, 2)));
        assertThat(part.verdict()).isEqualTo(Verdict.LINEARIZABLE);
        assertThat(part.operations().getFirst().answered()).isEmpty();
    }

    @Test
    void aSearchThatGivesUpIsUnknown() {
        var examiner = new Examiner<>(new Cell(), new Limits(1));
        ExaminedHistory history = examiner.examine("x", List.of(put(0, 1, 0, 3), put(1, 2, 0, 3), read(2, 1, 4, 5)));
        assertThat(history.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(history.parts().getFirst().reason()).isNotEmpty();
    }

    @Test
    void ofALongHistoryTheOperationsUpToTheFailureAreShown() {
        List<Entry<Integer, Integer>> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(put(0, 1 + i % 9, 4 * i, 4 * i + 1));
        }
        entries.add(read(1, 9, 4 * 600 + 2, 4 * 600 + 3)); // the number then is 7
        Part part = one(entries);
        assertThat(part.verdict()).isEqualTo(Verdict.NOT_LINEARIZABLE);
        assertThat(part.operations()).hasSizeLessThanOrEqualTo(Examiner.MOST_OPERATIONS);
        assertThat(part.leftOutBefore()
                        + part.leftOutAfter()
                        + part.operations().size())
                .isEqualTo(1_001);
        assertThat(part.leftOutAfter()).isEqualTo(399);
        assertThat(part.cannotBePlaced()).isEqualTo(part.operations().size() - 1);
        assertThat(part.orders().getFirst().steps()).hasSize(part.operations().size() - 1);
    }

    @Test
    void ofALongHistoryThatIsExplainedTheEndIsShown() {
        List<Entry<Integer, Integer>> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(put(0, 1 + i % 9, 4 * i, 4 * i + 1));
        }
        Part part = one(entries);
        assertThat(part.leftOutBefore()).isEqualTo(1_000 - Examiner.MOST_OPERATIONS);
        assertThat(part.initial()).isEqualTo(String.valueOf(1 + (849 % 9)));
        assertThat(part.orders().getFirst().steps().getLast().state()).isEqualTo("1");
    }

    /// Every order shown is one: each operation in its interval, each answer as the specification allows.
    @Test
    void ordersAreRight() {
        var random = new Random(5); // any histories would do
        for (int round = 0; round < 300; round++) {
            List<Entry<Integer, Integer>> entries = new ArrayList<>();
            for (int process = 0; process < 3; process++) {
                int start = 10 * random.nextInt(2) + process;
                for (int i = 0; i < 4; i++) {
                    int invoked = start + 20 * i;
                    int answer = random.nextInt(4);
                    entries.add(
                            answer == 3
                                    ? put(process, 1 + random.nextInt(3), invoked, invoked + 1 + random.nextInt(18))
                                    : read(process, answer, invoked, invoked + 1 + random.nextInt(18)));
                }
            }
            one(entries).orders().forEach(order -> assertIsOrder(one(entries), order));
        }
    }

    private static void assertIsOrder(Part part, Order order) {
        @Var int state = 0;
        @Var int latest = -1;
        for (Step step : order.steps()) {
            var operation = part.operations().get(step.operation());
            latest = Math.max(latest, operation.invoked());
            assertThat(latest).isLessThanOrEqualTo(operation.completed());
            if (operation.asked().equals("read")) {
                assertThat(operation.answered()).isEqualTo(String.valueOf(state));
            } else {
                state = Integer.parseInt(operation.asked().substring("put ".length()));
            }
            assertThat(step.state()).isEqualTo(String.valueOf(state));
        }
    }

    private static Entry<Integer, Integer> put(int process, int number, int invoked, int completed) {
        return new Entry<>(process, number, 0, invoked, completed);
    }

    private static Entry<Integer, Integer> read(int process, int number, int invoked, int completed) {
        return new Entry<>(process, 0, number, invoked, completed);
    }

    private static Part one(List<Entry<Integer, Integer>> entries) {
        return examined(entries).parts().getFirst();
    }

    private static ExaminedHistory examined(List<Entry<Integer, Integer>> entries) {
        return new Examiner<>(new Cell(), Limits.DEFAULT).examine("x", entries);
    }
}

package dev.yank.model.linearize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.model.linearize.Cell.CellOperation;
import dev.yank.model.linearize.FailingSubHistory.Minimality;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.rule.DeadAnswer;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.QueuedEvents;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceArbitraries;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.Response;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

final class LinearizabilityPropertiesTest {

    /// A history with the specification to judge it by.
    record Judged<O, R>(SequentialSpec<?, O, R> spec, List<Entry<O, R>> entries) {

        LinearizabilityResult<O, R> check() {
            return check(Engine.AUTO);
        }

        LinearizabilityResult<O, R> check(Engine engine) {
            return LinearizabilityChecker.check(spec, entries, Limits.DEFAULT, engine);
        }

        /// The same history with puts lost at the places where a number is 0 or 1.
        Judged<O, R> losing(List<Integer> numbers) {
            List<Entry<O, R>> changed = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                Entry<O, R> entry = entries.get(i);
                boolean isLost = entry.operation() instanceof Cell.Put && numbers.get(i % numbers.size()) < 2;
                changed.add(isLost ? Entry.lost(entry.process(), entry.operation(), entry.invoked()) : entry);
            }
            return new Judged<>(spec, changed);
        }

        /// The same history with one answer, if there is one at the place, replaced.
        Judged<O, R> answering(int place, R other) {
            List<Entry<O, R>> changed = new ArrayList<>(entries);
            if (place < changed.size() && changed.get(place).response() != null) {
                Entry<O, R> entry = changed.get(place);
                changed.set(
                        place,
                        new Entry<>(entry.process(), entry.operation(), other, entry.invoked(), entry.completed()));
            }
            return new Judged<>(spec, changed);
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void acceptsWhateverDevicesPlayedByTheRules(@ForAll("devices") Judged<DeviceOperation, Response> history) {
        assertThat(agreesWithEveryOrder(history)).isTrue();
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void agreesWithTryingEveryOrderOfDevices(@ForAll("perturbedDevices") Judged<DeviceOperation, Response> history) {
        isSeenBothWays(agreesWithEveryOrder(history));
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void agreesWithTryingEveryOrderOfACell(@ForAll("perturbedCells") Judged<CellOperation, Integer> history) {
        isSeenBothWays(agreesWithEveryOrder(history));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void doesNotDependOnTheOrderOfTheEntries(@ForAll("perturbedCells") Judged<CellOperation, Integer> history) {
        List<Entry<CellOperation, Integer>> reversed = history.entries().reversed();
        assertThat(new Judged<>(history.spec(), reversed).check().getClass())
                .isEqualTo(history.check().getClass());
    }

    /// Long enough for configurations to dominate each other, and too long to try every order.
    @Property(tries = 6000, edgeCases = EdgeCasesMode.NONE)
    void theEnginesAgreeWhereManyOperationsAreLost(@ForAll("lossyCells") Judged<CellOperation, Integer> history) {
        boolean explained = history.check(Engine.WGL) instanceof Linearizable;
        agrees(history, Engine.JIT, explained);
        isSeenBothWays(explained);
    }

    @Provide
    Arbitrary<Judged<CellOperation, Integer>> lossyCells() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 3);
        Arbitrary<CellOperation> operation = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(new Cell.Get())),
                Tuple.of(6, number.map(Cell.Put::new)),
                Tuple.of(1, Arbitraries.just(new Cell.Toss())),
                Tuple.of(1, number.map(Cell.Await::new)));
        Arbitrary<Judged<CellOperation, Integer>> played = Combinators.combine(
                        Arbitraries.just(new Cell()),
                        operation.list().ofMinSize(8).ofMaxSize(24),
                        choices(),
                        Arbitraries.integers().between(2, 6))
                .as(LinearizabilityPropertiesTest::play);
        return Combinators.combine(
                        played,
                        Arbitraries.integers().between(0, 40),
                        number,
                        Arbitraries.integers().between(0, 4).list().ofSize(24))
                .as((history, place, other, losses) -> history.losing(losses).answering(place, other));
    }

    /// Compares every engine with trying every order, and says whether there is an explanation.
    private static <O, R> boolean agreesWithEveryOrder(Judged<O, R> history) {
        boolean explained = EveryOrder.explains(history.spec(), history.entries());
        for (Engine engine : Engine.values()) {
            agrees(history, engine, explained);
        }
        return explained;
    }

    private static <O, R> void agrees(Judged<O, R> history, Engine engine, boolean explained) {
        switch (history.check(engine)) {
            case Linearizable<O, R>(List<Entry<O, R>> order) -> {
                assertThat(explained).as("explained, says %s", engine).isTrue();
                assertThat(EveryOrder.isExplanation(history.spec(), history.entries(), order))
                        .isTrue();
                assertThat(OrderVerifier.fault(history.spec(), history.entries(), order))
                        .isEmpty();
            }
            case NotLinearizable<O, R>(Entry<O, R> stuck, String sentence, List<Entry<O, R>> prefix) -> {
                assertThat(explained).as("not explained, says %s", engine).isFalse();
                assertThat(sentence).endsWith(", but answered " + stuck.response() + ".");
                assertThat(EveryOrder.isAllowed(history.spec(), prefix)).isTrue();
                List<Entry<O, R>> further = new ArrayList<>(prefix);
                further.add(stuck);
                assertThat(EveryOrder.isAllowed(history.spec(), further)).isFalse();
            }
            case Inconclusive<O, R>(String reason, var _, var _, var _) -> throw new AssertionError(reason);
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void explainsWhatFails(@ForAll("perturbedCells") Judged<CellOperation, Integer> history) {
        boolean explained = EveryOrder.explains(history.spec(), history.entries());
        var explanation = new Explainer<>(history.spec(), Limits.DEFAULT).explain(history.entries());
        assertThat(explanation.isEmpty()).isEqualTo(explained);
        explanation.ifPresent(why -> {
            assertThat(EveryOrder.explains(history.spec(), upTo(history.entries(), why.prefixEnd())))
                    .as("the prefix is explained")
                    .isFalse();
            assertThat(EveryOrder.explains(history.spec(), upTo(history.entries(), why.prefixEnd() - 1)))
                    .as("the prefix without its last event is explained")
                    .isTrue();
            List<Entry<CellOperation, Integer>> core = why.core().entries();
            assertThat(EveryOrder.explains(history.spec(), core))
                    .as("the core is explained")
                    .isFalse();
            assertThat(why.isShortest()).isTrue();
            assertThat(why.core().minimality()).isEqualTo(Minimality.VERIFIED);
            isMinimal(history.spec(), why.minimal());
            for (Entry<CellOperation, Integer> one : core) {
                List<Entry<CellOperation, Integer>> freed = new ArrayList<>();
                for (Entry<CellOperation, Integer> entry : upTo(history.entries(), why.prefixEnd())) {
                    boolean kept = core.contains(entry) && !entry.equals(one);
                    freed.add(kept ? entry : Entry.lost(entry.process(), entry.operation(), -1));
                }
                assertThat(EveryOrder.explains(history.spec(), freed))
                        .as("explained once %s is free", one)
                        .isTrue();
            }
        });
    }

    private static <O, R> void isMinimal(SequentialSpec<?, O, R> spec, FailingSubHistory<O, R> minimal) {
        assertThat(minimal.minimality()).isEqualTo(Minimality.VERIFIED);
        assertThat(EveryOrder.explains(spec, minimal.entries()))
                .as("the sub-history is explained")
                .isFalse();
        for (int i = 0; i < minimal.entries().size(); i++) {
            List<Entry<O, R>> fewer = new ArrayList<>(minimal.entries());
            fewer.remove(i);
            assertThat(EveryOrder.explains(spec, fewer))
                    .as("explained without %s", minimal.entries().get(i))
                    .isTrue();
        }
    }

    /// The history up to a moment: what completes later is in flight.
    private static <O, R> List<Entry<O, R>> upTo(List<Entry<O, R>> entries, int end) {
        return entries.stream()
                .filter(entry -> entry.invoked() <= end)
                .map(entry -> entry.completed() <= end
                        ? entry
                        : Entry.<O, R>lost(entry.process(), entry.operation(), entry.invoked()))
                .toList();
    }

    /// A property that saw hardly any history of one sort has not been tried.
    private static void isSeenBothWays(boolean explained) {
        Statistics.label("linearizable").collect(explained).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 10);
            coverage.check(false).percentage(share -> share > 10);
        });
    }

    @Provide
    Arbitrary<Judged<DeviceOperation, Response>> devices() {
        Arbitrary<Integer> devices = Arbitraries.frequency(Tuple.of(3, 1), Tuple.of(1, 2));
        return Combinators.combine(Arbitraries.of(DeviceKind.class), devices).flatAs((kind, count) -> {
            Arbitrary<List<DeviceOperation>> operations = DeviceArbitraries.crowded(kind, count)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(6)
                    .map(crowd -> {
                        List<DeviceOperation> all = new ArrayList<>(List.of(new Open(new Handle(0, 0))));
                        all.addAll(crowd);
                        return all;
                    });
            return Combinators.combine(specs(kind), operations, choices(), processes())
                    .as(LinearizabilityPropertiesTest::play);
        });
    }

    @Provide
    Arbitrary<Judged<DeviceOperation, Response>> perturbedDevices() {
        Arbitrary<Response> response = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(Response::done),
                Arbitraries.of(Errno.ENODEV, Errno.EBADF, Errno.EAGAIN, Errno.ENXIO)
                        .map(Response::failed));
        return Combinators.combine(devices(), Arbitraries.integers().between(0, 7), response)
                .as(Judged::answering);
    }

    @Provide
    Arbitrary<Judged<CellOperation, Integer>> perturbedCells() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 2);
        Arbitrary<CellOperation> operation = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(new Cell.Get())),
                Tuple.of(3, number.map(Cell.Put::new)),
                Tuple.of(1, Arbitraries.just(new Cell.Toss())),
                Tuple.of(1, number.map(Cell.Await::new)));
        Arbitrary<Judged<CellOperation, Integer>> played = Combinators.combine(
                        Arbitraries.just(new Cell()),
                        operation.list().ofMinSize(1).ofMaxSize(6),
                        choices(),
                        processes())
                .as(LinearizabilityPropertiesTest::play);
        return Combinators.combine(played, Arbitraries.integers().between(0, 7), number)
                .as(Judged::answering);
    }

    private static Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers().between(0, 1000).list().ofMinSize(1).ofMaxSize(60);
    }

    private static Arbitrary<Integer> processes() {
        return Arbitraries.integers().between(1, 4);
    }

    private static Arbitrary<SequentialSpec<?, DeviceOperation, Response>> specs(DeviceKind kind) {
        Arbitrary<Policy> policy = Combinators.combine(
                        Arbitraries.of(DeadAnswer.class), Arbitraries.of(QueuedEvents.class))
                .as((answer, events) -> Policy.parse("P1=" + answer.text() + " P8=" + events.text()));
        Arbitrary<Initially> initially =
                Arbitraries.frequency(Tuple.of(4, Initially.BOUND), Tuple.of(1, Initially.GONE));
        Arbitrary<Faults> faults = Arbitraries.frequency(Tuple.of(4, Faults.NONE), Tuple.of(1, Faults.INJECTED));
        return Combinators.combine(policy, initially, faults)
                .as((answers, beginning, failing) -> DeviceSpecs.forPolicy(kind, answers, beginning, failing));
    }

    private static <O, R> Judged<O, R> play(
            SequentialSpec<?, O, R> spec, List<O> operations, List<Integer> choices, int processes) {
        return new Judged<>(spec, new RandomPlay<>(spec, operations, choices).history(processes));
    }
}

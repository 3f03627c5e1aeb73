package dev.yank.model.linearize;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.Cell.CellOperation;
import dev.yank.model.linearize.Cell.Get;
import dev.yank.model.linearize.Cell.Put;
import dev.yank.model.linearize.Contender.Standing;
import dev.yank.model.linearize.JustInTime.Width;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

final class PortfolioPropertiesTest {

    private static final Cell CELL = new Cell();

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void aSearchThatIsLeftAfterEachConfigurationFindsTheSame(
            @ForAll("histories") List<Entry<CellOperation, Integer>> entries) {
        sameInSteps(wingGongLowe(entries), wingGongLowe(entries));
        for (Width width : Width.values()) {
            sameInSteps(justInTime(entries, width), justInTime(entries, width));
        }
    }

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void theSearchOfFewOperationsFindsTheSameInWhateverOrderTheyAreGiven(
            @ForAll("histories") List<Entry<CellOperation, Integer>> entries) {
        var transitions = Transitions.ofFew(CELL);
        var whole = new WingGongLowe<>(CELL, entries, transitions, Course.of(transitions, entries));
        decide(whole, 1_000_000);
        for (List<Entry<CellOperation, Integer>> given : List.of(entries, entries.reversed())) {
            assertThat(FewOperations.judge(CELL, given, 1_000_000)).contains(whole.result());
        }
    }

    @Example
    void theSearchOfFewOperationsTakesAsManyAsAWordHasBits() {
        int puts = FewOperations.MOST - 1;
        assertThat(FewOperations.judge(CELL, crowd(puts, puts - 1), 10_000))
                .get()
                .isInstanceOf(Linearizable.class);
        var oneByOne = new Recording<CellOperation, Integer>();
        for (int i = 0; i < puts; i++) {
            oneByOne.does(0, new Put(i), 0);
        }
        assertThat(FewOperations.judge(CELL, oneByOne.does(0, new Get(), 99).entries(), 10_000))
                .get()
                .extracting(PortfolioPropertiesTest::placed)
                .isEqualTo(puts);
    }

    private static int placed(LinearizabilityResult<?, ?> result) {
        return result instanceof NotLinearizable<?, ?> refused
                ? refused.longestPrefix().size()
                : -1;
    }

    @Example
    void theSearchOfFewOperationsGivesUpAfterSoManyConfigurations() {
        assertThat(FewOperations.judge(CELL, crowd(30, 99), 2048)).isEmpty();
    }

    private static void sameInSteps(
            Contender<CellOperation, Integer> whole, Contender<CellOperation, Integer> inSteps) {
        assertThat(decide(inSteps, 1)).isEqualTo(decide(whole, 1_000_000));
        assertThat(inSteps.result()).isEqualTo(whole.result());
        assertThat(inSteps.work()).isEqualTo(whole.work());
    }

    private static Standing decide(Contender<CellOperation, Integer> contender, long more) {
        @Var Standing standing = Standing.SEARCHING;
        while (standing == Standing.SEARCHING || standing == Standing.TIRED) {
            standing = contender.advance(more);
            assertThat(contender.work())
                    .as("a search that goes round in circles")
                    .isLessThan(1_000_000);
        }
        return standing;
    }

    @Example
    void aRaceOfAllComesToTheSameResultEveryTime() {
        List<Entry<CellOperation, Integer>> hard = crowd(14, 99);
        var first = LinearizabilityChecker.check(CELL, hard, new Limits(3_000_000));
        assertThat(first).isInstanceOf(NotLinearizable.class);
        assertThat(LinearizabilityChecker.check(CELL, hard, new Limits(3_000_000)))
                .isEqualTo(first);
        assertThat(LinearizabilityChecker.check(CELL, crowd(14, 5), Limits.DEFAULT))
                .isInstanceOf(Linearizable.class);
    }

    @Example
    void allContendersTogetherKeepToTheLimits() {
        List<Entry<CellOperation, Integer>> endless = crowd(30, 99);
        for (Engine engine : Engine.values()) {
            assertThat(LinearizabilityChecker.check(CELL, endless, new Limits(250_000), engine))
                    .as("%s", engine)
                    .isInstanceOfSatisfying(
                            Inconclusive.class,
                            gaveUp -> assertThat(gaveUp.reason()).startsWith("The search visited 250000"));
            assertThat(LinearizabilityChecker.check(
                            CELL, endless, new Limits(Long.MAX_VALUE, 4 << 20, () -> false), engine))
                    .as("%s", engine)
                    .isInstanceOfSatisfying(
                            Inconclusive.class,
                            gaveUp ->
                                    assertThat(gaveUp.reason()).startsWith("The configurations need more than 4 MiB"));
        }
    }

    @Example
    void saysUpToWhereAnOrderExplainsTheHistory() {
        var recording =
                new Recording<CellOperation, Integer>().does(0, new Put(7), 0).does(0, new Get(), 7);
        for (int i = 0; i < 50; i++) {
            recording.invokes(1 + i, new Put(i));
        }
        recording.does(0, new Get(), 99);
        for (int i = 0; i < 50; i++) {
            recording.answers(1 + i, 0);
        }
        for (Engine engine : Engine.values()) {
            assertThat(LinearizabilityChecker.check(CELL, recording.entries(), new Limits(30_000), engine))
                    .isInstanceOfSatisfying(
                            Inconclusive.class,
                            gaveUp -> assertThat(gaveUp.unexplainedFrom()).isEqualTo(55));
        }
    }

    @Example
    void partsAfterARefusedOneAreNotWaitedFor() {
        var refused =
                new Recording<CellOperation, Integer>().does(0, new Get(), 3).entries();
        var results = new SideBySide<>(CELL, new Limits(Long.MAX_VALUE, 1L << 30, () -> false), Engine.WGL)
                .results(List.of(refused, crowd(60, 99), crowd(60, 99)));
        assertThat(results.getFirst()).isInstanceOf(NotLinearizable.class);
        assertThat(results.subList(1, 3))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Inconclusive.class,
                                left -> assertThat(left.reason())
                                        .matches("An earlier part is not linearizable\\.|The search was stopped"
                                                + " after .*")));
    }

    /// So many puts of different numbers at once, and a get in the midst of them.
    private static List<Entry<CellOperation, Integer>> crowd(int puts, int got) {
        var recording = new Recording<CellOperation, Integer>();
        for (int i = 0; i < puts; i++) {
            recording.invokes(i, new Put(i));
        }
        recording.does(puts, new Get(), got);
        for (int i = 0; i < puts; i++) {
            recording.answers(i, 0);
        }
        return recording.entries();
    }

    private static Contender<CellOperation, Integer> wingGongLowe(List<Entry<CellOperation, Integer>> entries) {
        var transitions = Transitions.of(CELL);
        return new WingGongLowe<>(CELL, entries, transitions, Course.of(transitions, entries));
    }

    private static Contender<CellOperation, Integer> justInTime(
            List<Entry<CellOperation, Integer>> entries, Width width) {
        var transitions = Transitions.of(CELL);
        return new JustInTime<>(CELL, entries, transitions, Course.of(transitions, entries), width);
    }

    @Provide
    Arbitrary<List<Entry<CellOperation, Integer>>> histories() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 2);
        Arbitrary<CellOperation> operation = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(new Get())),
                Tuple.of(3, number.map(Put::new)),
                Tuple.of(1, Arbitraries.just(new Cell.Toss())));
        return Combinators.combine(
                        operation.list().ofMinSize(1).ofMaxSize(20),
                        Arbitraries.integers()
                                .between(0, 1000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(60),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 30),
                        number)
                .as((operations, choices, processes, place, other) ->
                        answering(new RandomPlay<>(CELL, operations, choices).history(processes), place, other));
    }

    private static List<Entry<CellOperation, Integer>> answering(
            List<Entry<CellOperation, Integer>> entries, int place, int other) {
        if (place < entries.size() && entries.get(place).response() != null) {
            Entry<CellOperation, Integer> entry = entries.get(place);
            entries.set(
                    place, new Entry<>(entry.process(), entry.operation(), other, entry.invoked(), entry.completed()));
        }
        return entries;
    }
}

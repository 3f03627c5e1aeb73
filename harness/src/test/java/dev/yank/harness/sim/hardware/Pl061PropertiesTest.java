package dev.yank.harness.sim.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

final class Pl061PropertiesTest {
    sealed interface Step {}

    record Read(int offset, int bytes) implements Step {}

    record Write(int offset, int bytes, int value) implements Step {}

    record Drive(int line, int level) implements Step {}

    record Release(int line) implements Step {}

    record Reset() implements Step {}

    @Property
    void theModelDoesWhatItsBitByBitTwinDoes(@ForAll("wirings") Pl061Wiring wiring, @ForAll("steps") List<Step> steps) {
        var line = new RecordingLine();
        var log = new RecordingLog();
        var model = new Pl061(wiring, line, log);
        var twin = new BitByBitPl061(wiring);
        for (Step step : steps) {
            perform(step, model, twin);
            for (int i = 0; i < Pl061.LINES; i++) {
                assertThat(model.pad(i)).as("pad %d after %s", i, step).isEqualTo(twin.pad(i));
            }
            assertThat(model.read(0x414, 4)).as("raw status after %s", step).isEqualTo(twin.read(0x414, 4));
            assertThat(line.high()).as("interrupt after %s", step).isEqualTo(twin.interrupt());
            assertThat(log.sentences()).as("reports after %s", step).hasSize(twin.complaints());
        }
    }

    private static void perform(Step step, Pl061 model, BitByBitPl061 twin) {
        switch (step) {
            case Read(int offset, int bytes) ->
                assertThat(model.read(offset, bytes)).as("%s", step).isEqualTo(twin.read(offset, bytes));
            case Write(int offset, int bytes, int value) -> {
                model.write(offset, bytes, value);
                twin.write(offset, bytes, value);
            }
            case Drive(int number, int level) -> {
                model.drive(number, level);
                twin.drive(number, level);
            }
            case Release(int number) -> {
                model.release(number);
                twin.release(number);
            }
            case Reset() -> {
                model.reset();
                twin.reset();
            }
        }
    }

    @Provide
    Arbitrary<Pl061Wiring> wirings() {
        Arbitrary<Integer> masks = Arbitraries.integers().between(0, 0xff);
        return Combinators.combine(Arbitraries.of(LevelMode.class), Arbitraries.of(Pl061Revision.class), masks, masks)
                .as((mode, revision, ups, downs) -> new Pl061Wiring(mode, revision, ups, downs & ~ups));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> lines = Arbitraries.integers().between(0, 7);
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 0xff);
        Arbitrary<Integer> widths =
                Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(8, 4), Tuple.of(1, 2), Tuple.of(1, 8));
        Arbitrary<Step> reads = Combinators.combine(offsets(), widths).as(Read::new);
        Arbitrary<Step> writes = Combinators.combine(offsets(), widths, values).as(Write::new);
        Arbitrary<Step> drives =
                Combinators.combine(lines, Arbitraries.integers().between(0, 1)).as(Drive::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, reads),
                        Tuple.of(12, writes),
                        Tuple.of(8, drives),
                        Tuple.of(3, lines.map(Release::new)),
                        Tuple.of(1, Arbitraries.just(new Reset())))
                .list()
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Integer> offsets() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(0, 8).map(word -> 0x400 + 4 * word)),
                Tuple.of(4, Arbitraries.just(0x3fc)),
                Tuple.of(4, Arbitraries.integers().between(0, 0xff).map(mask -> 4 * mask)),
                Tuple.of(2, Arbitraries.integers().between(0, 11).map(word -> 0xfd0 + 4 * word)),
                Tuple.of(1, Arbitraries.integers().between(-4, 0x1004)));
    }
}

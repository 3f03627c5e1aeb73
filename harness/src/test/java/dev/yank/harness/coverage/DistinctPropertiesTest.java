package dev.yank.harness.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.schedule.SplitMix;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class DistinctPropertiesTest {

    @Property
    void fewNumbersAreCountedExactly(@ForAll List<@IntRange(min = 0, max = 300) Integer> numbers) {
        var distinct = new Distinct(1000);
        Set<Integer> seen = new HashSet<>();
        for (int number : numbers) {
            assertThat(distinct.add(SplitMix.mix(number), number)).isEqualTo(seen.add(number));
        }
        assertThat(distinct.count()).isEqualTo(seen.size());
        for (int bit = 0; bit < 9; bit++) {
            int shift = bit;
            assertThat(distinct.count(bit))
                    .isEqualTo(seen.stream()
                            .filter(number -> (number >> shift & 1) != 0)
                            .count());
        }
    }

    @Property
    void theOrderDoesNotMatter(@ForAll List<Integer> numbers) {
        assertThat(count(numbers)).isEqualTo(count(numbers.reversed()));
        assertThat(count(numbers)).isEqualTo(count(numbers.stream().sorted().toList()));
    }

    private static long count(List<Integer> numbers) {
        var distinct = new Distinct(8);
        numbers.forEach(number -> distinct.add(SplitMix.mix(number), 1));
        assertThat(distinct.count(0)).isEqualTo(distinct.count());
        return distinct.count();
    }

    @Example
    void manyNumbersAreEstimated() {
        var distinct = new Distinct(4096);
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 1_000_000; number++) {
                distinct.add(SplitMix.mix(number), number % 4 == 0 ? 1 : 2);
            }
        }
        assertThat(distinct.count()).isBetween(940_000L, 1_060_000L);
        assertThat(distinct.count(0)).isBetween(230_000L, 270_000L);
        assertThat(distinct.count(0) + distinct.count(1)).isEqualTo(distinct.count());
    }

    @Example
    void numbersThatHashToOnePlaceAreToldApart() {
        var table = new KeyTable(1);
        for (long key : List.of(0L, 1L << 32, 1L << 8, 1L << 20, 3L << 40)) {
            int size = table.size();
            assertThat(table.indexOf(key)).isEqualTo(size);
            assertThat(table.indexOf(key)).isEqualTo(size);
            assertThat(table.key(size)).isEqualTo(key);
        }
        assertThat(Collections.max(List.of(table.size()))).isEqualTo(5);
    }

    @Example
    void bitsAreAddedUp() {
        var table = new KeyTable(1);
        int index = table.indexOf(7);
        assertThat(table.addBits(index, 0b011)).isEqualTo(0b011);
        assertThat(table.addBits(index, 0b110)).isEqualTo(0b100);
        assertThat(table.bits(index)).isEqualTo(0b111);
    }
}

package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LongSetPropertiesTest {

    /// Some few numbers again and again, and many that are anything.
    @Provide
    Arbitrary<List<Long>> numbers() {
        return Arbitraries.oneOf(Arbitraries.longs().between(-3, 3), Arbitraries.longs())
                .list()
                .ofMaxSize(300);
    }

    @Property
    void holdsWhatWasAddedAndNothingElse(@ForAll("numbers") List<Long> added, @ForAll("numbers") List<Long> others) {
        var set = new LongSet();
        Set<Long> expected = new HashSet<>();
        for (long number : added) {
            assertThat(set.contains(number)).isEqualTo(expected.contains(number));
            set.add(number);
            expected.add(number);
        }
        assertThat(added).allMatch(set::contains);
        assertThat(others).allMatch(number -> set.contains(number) == expected.contains(number));
        set.clear();
        assertThat(added).noneMatch(set::contains);
    }
}

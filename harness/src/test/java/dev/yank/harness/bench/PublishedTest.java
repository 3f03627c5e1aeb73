package dev.yank.harness.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.bench.Published.Statistic;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublishedTest {

    private static final Published PUBLISHED = Published.read();

    @Test
    void everyFigureMakesSense() {
        assertThat(PUBLISHED.all()).hasSizeGreaterThan(60).allSatisfy(one -> {
            assertThat(one.found()).isBetween(0, one.trials());
            assertThat(one.schedules().isPresent()).isEqualTo(one.found() > 0);
        });
        assertThat(PUBLISHED.rates())
                .hasSize(5)
                .allSatisfy(rate -> assertThat(rate.from()).isBetween(1, rate.to()));
    }

    @Test
    void noFigureIsThereTwice() {
        assertThat(PUBLISHED.all())
                .extracting(one -> List.of(one.source(), one.strategy(), one.subject()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "reorder_5, SURW, 10, MEAN",
        "reorder_20, SURW, 6, MEAN",
        "reorder_100, SURW, 194, MEAN",
        "twostage_100, SURW, 454, MEAN",
        "bluetooth_driver, POS, 36, MEAN",
        "stringbuffer-jdk1.4, SURW, 8, MEAN",
        "WorkStealQueue, SURW, 6, MEAN",
        "v2, PCT, 16, MEDIAN",
        "v6, POS, 732, MEDIAN"
    })
    void theBestFoundItInMostTrialsAndThenInFewestSchedules(
            String subject, String strategy, int schedules, Statistic statistic) {
        Published.Schedules best = PUBLISHED.best(subject).orElseThrow();
        assertThat(best.strategy()).isEqualTo(strategy);
        assertThat(best.schedules()).hasValue(schedules);
        assertThat(best.statistic()).isEqualTo(statistic);
        assertThat(best.found()).isEqualTo(best.trials());
    }

    @Test
    void nothingIsPublishedAboutOthers() {
        assertThat(PUBLISHED.best("no-such-subject")).isEmpty();
    }

    /// A mean of 10 in 20 of 20 trials.
    @ParameterizedTest
    @CsvSource({
        "20, 20, 10, true",
        "20, 20, 11, false",
        "19, 20, 1, false",
        "40, 40, 10, true",
        "5, 5, 9, true",
        "0, 20, 0, false"
    })
    void aFigureIsMetByAsManyTrialsAndAsFewSchedules(int found, int trials, int each, boolean met) {
        var published = new Published.Schedules("paper", "one", "subject", 20, 20, Statistic.MEAN, OptionalInt.of(10));
        assertThat(published.isMetBy(result(found, trials, each))).isEqualTo(met);
    }

    private static FirstFindings result(int found, int trials, int each) {
        List<Integer> schedules = IntStream.range(0, found).mapToObj(_ -> each).collect(Collectors.toList());
        return new FirstFindings(schedules, trials);
    }

    @Test
    void medianAndMeanAreThoseOfTheTrialsThatFoundIt() {
        var result = new FirstFindings(List.of(9, 1, 2, 4), 5);
        assertThat(result.found()).isEqualTo(4);
        assertThat(result.mean()).hasValue(4);
        assertThat(result.median()).hasValue(3);
        assertThat(result.most()).isEqualTo(9);
        assertThat(result.areComplete()).isFalse();
        assertThat(new FirstFindings(List.of(5, 1, 2), 3).median()).hasValue(2);
        assertThat(new FirstFindings(List.of(), 3).median()).isEmpty();
    }
}

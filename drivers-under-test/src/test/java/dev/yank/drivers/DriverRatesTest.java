package dev.yank.drivers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.bench.Rate;
import dev.yank.harness.bench.Rates;
import dev.yank.harness.run.DriverCatalog;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The rate of every conforming driver can be measured: the program of the measurement suits it.
final class DriverRatesTest {

    private static final Rates SHORT = new Rates(1, 1, Duration.ofMillis(20));

    @TestFactory
    Stream<DynamicTest> theRateOfAConformingDriverCanBeMeasured() {
        return DriverCatalog.ofProject().all().stream()
                .filter(driver -> driver.about().breaks().isEmpty())
                .map(driver -> DynamicTest.dynamicTest(driver.about().name(), () -> {
                    Rate rate = SHORT.of(driver, "random");
                    assertThat(rate.executions()).isPositive();
                    assertThat(rate.events()).isGreaterThan(10);
                    assertThat(rate.perCpuSecond()).isPositive();
                }));
    }
}

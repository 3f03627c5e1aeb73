package dev.yank.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.yank.harness.generate.RandomPrograms;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Sighting;
import dev.yank.harness.run.Stress;
import dev.yank.harness.run.TrialSettings;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.sim.Backdrop.Place;
import dev.yank.model.rule.RuleId;
import dev.yank.model.trace.Oracle;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordedFailuresTest {

    private static final long MOST_EXECUTIONS = 20_000;

    @Test
    void everyRuleThatAKnownBadDriverBreaksHasARecordedFailure() throws IOException {
        String wanted = System.getProperty("yank.record", "");
        if (!wanted.isEmpty()) {
            List<String> written = record(wanted);
            fail("recorded %s; read what changed, then run without -Dyank.record", written);
        }
        NavigableSet<RuleId> broken = new TreeSet<>();
        for (LoadedDriver driver : DriverCatalog.ofProject().all()) {
            driver.about().breaks().ifPresent(broken::add);
        }
        NavigableSet<RuleId> shown = new TreeSet<>();
        RecordedFailure.all().forEach(found -> shown.add(found.finding().rule()));
        assertThat(broken).hasSizeGreaterThan(20);
        assertThat(shown)
                .as("rules with a counterexample to look at; after a new twin: mvn -pl reports -am verify"
                        + " -Dyank.record=missing, then -Dyank.golden=write, and read the new texts")
                .containsAll(broken);
    }

    @Test
    void everyOracleHasARecordedFailure() {
        assertThat(RecordedFailure.ofEachOracle())
                .as("oracles with a counterexample to look at; after a new one: a known-bad driver that it"
                        + " catches, then mvn -pl reports -am verify -Dyank.record=missing")
                .containsOnlyKeys(Oracle.values());
    }

    /// Where a driver was rewritten, its failure should be recorded again: `-Dyank.record=NAME`.
    @Test
    void theLinesOfTheDriversAreFoundAgain() {
        for (Counterexample found : RecordedFailure.ofEachOracle().values()) {
            assertThat(found.backdrop().places()).as(found.driver().name()).anyMatch(Optional::isPresent);
        }
    }

    @Test
    void aLineThatMovedIsFoundByItsWordsTheNearestFirst() {
        Place place = RecordedFailure.of("pl061-devm-state").backdrop().places().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        var lines = new DriverLines();
        String words = lines.text(place);
        assertThat(words).isNotEmpty();
        var moved = new Place(place.className(), place.method(), place.file(), place.line() + 7);
        assertThat(lines.now(moved, words)).map(lines::text).contains(words);
        assertThat(lines.now(place, words)).contains(place);
        assertThat(lines.now(place, "is nowhere")).isEmpty();
    }

    @Test
    void whatIsRecordedIsReadAsItWas() {
        Counterexample found = RecordedFailure.of("pl061-devm-state");
        assertThat(found.finding().rule()).isEqualTo(RuleId.parse("R34"));
        assertThat(found.trace()).hasSizeGreaterThan(50);
        assertThat(found.backdrop().places()).hasSameSizeAs(found.trace()).anyMatch(Optional::isPresent);
        assertThat(found.backdrop().registers()).isNotEmpty();
        assertThat(found.history().operations()).hasSameSizeAs(found.operations());
    }

    private static List<String> record(String wanted) throws IOException {
        List<String> known = RecordedFailure.names();
        List<LoadedDriver> drivers = DriverCatalog.ofProject().all().stream()
                .filter(driver -> driver.about().breaks().isPresent())
                .filter(driver -> switch (wanted) {
                    case "all" -> true;
                    case "missing" -> !known.contains(driver.about().name());
                    default -> wanted.equals(driver.about().name());
                })
                .toList();
        var programs = new RandomPrograms(2, 4);
        var settings = new TrialSettings(
                1,
                Strategies.DEFAULT,
                1,
                Optional.of(MOST_EXECUTIONS),
                (device, seed) -> programs.program(device.kind(), seed));
        List<String> written = new ArrayList<>();
        for (DriverResult result :
                new Stress(drivers, settings, SILENT).run(Duration.ofMinutes(5)).drivers()) {
            // What was not found again within the budget stays as it was.
            if (result.counterexample().isPresent()) {
                RecordedFailure.write(result.counterexample().get());
                written.add(result.driver().name());
            }
        }
        return written;
    }

    private static final Progress SILENT = new Progress() {
        @Override
        public void begins(DriverUnderTest driver) {}

        @Override
        public void executed(DriverUnderTest driver, long executions) {}

        @Override
        public void found(DriverUnderTest driver, Sighting sighting) {}

        @Override
        public void ends(DriverResult result) {}
    };
}

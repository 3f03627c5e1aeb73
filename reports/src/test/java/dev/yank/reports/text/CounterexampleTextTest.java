package dev.yank.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.Counterexample;
import dev.yank.reports.Examples;
import dev.yank.reports.Golden;
import dev.yank.reports.HostileWords;
import dev.yank.reports.RecordedFailure;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CounterexampleTextTest {

    private static final List<Counterexample> ALL = List.of(
            Examples.useAfterFree(),
            Examples.deadlock(),
            Examples.blockedReader(),
            Examples.notLinearizable(),
            Examples.failedProbe(),
            Examples.longTrace(),
            HostileWords.counterexample());

    @Test
    void aUseAfterFreeShowsWhoFreedAndWhoUsed() {
        Golden.check("use-after-free.txt", text(Examples.useAfterFree()));
    }

    @Test
    void aDeadlockShowsWhoHoldsWhatTheOtherWaitsFor() {
        Golden.check("deadlock.txt", text(Examples.deadlock()));
    }

    @Test
    void aReaderThatNobodyWakesIsShownAsleep() {
        Golden.check("blocked-reader.txt", text(Examples.blockedReader()));
    }

    @Test
    void aHistoryThatNoOrderExplainsShowsOperationsOnly() {
        Golden.check("not-linearizable.txt", text(Examples.notLinearizable()));
    }

    @Test
    void aFailedProbeShowsWhatItKeeps() {
        Golden.check("failed-probe.txt", text(Examples.failedProbe()));
    }

    /// One for each known-bad driver, as it was found: every rule that is judged by any oracle.
    @ParameterizedTest
    @MethodSource("dev.yank.reports.RecordedFailure#names")
    void recordedFailuresReadAsTheyDid(String driver) {
        Golden.check("failures/" + driver + ".txt", text(RecordedFailure.of(driver)));
    }

    @ParameterizedTest
    @MethodSource("dev.yank.reports.RecordedFailure#names")
    void recordedFailuresReadWellOnANarrowTerminal(String driver) {
        Golden.check("failures/" + driver + "-40.txt", new CounterexampleText(40).of(RecordedFailure.of(driver)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 56, 80, 132})
    void linesFit(int columns) {
        for (Counterexample one :
                Stream.concat(ALL.stream(), RecordedFailure.all().stream()).toList()) {
            assertThat(new CounterexampleText(columns).of(one).lines())
                    .as(one.driver().name())
                    .allMatch(line -> line.length() <= columns || line.startsWith("  replay"));
        }
    }

    @Test
    void noTextHasColourCodesForItMayGoIntoAPipe() {
        for (Counterexample one : RecordedFailure.all()) {
            assertThat(text(one)).doesNotContain("\u001b");
        }
    }

    @Test
    void textsAreShortHoweverLongTheTraceIs() {
        for (Counterexample one : ALL) {
            assertThat(text(one).lines()).hasSizeLessThanOrEqualTo(40);
        }
    }

    @Test
    void theReplayCommandIsTheLastLine() {
        for (Counterexample one : ALL) {
            assertThat(text(one)).endsWith("\n\n  replay    " + PlainText.line(one.replayCommand()) + "\n");
        }
    }

    @Test
    void foreignTextCannotReachTheTerminal() {
        assertThat(text(HostileWords.counterexample()))
                .matches("[\\n\\x20-\\x7e…]*")
                .contains("<script>");
    }

    private static String text(Counterexample counterexample) {
        return new CounterexampleText(CounterexampleText.STANDARD_WIDTH).of(counterexample);
    }
}

package dev.yank.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.Counterexample;
import dev.yank.reports.Examples;
import dev.yank.reports.Golden;
import dev.yank.reports.HostileWords;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void linesFitIntoEightyColumns() {
        for (Counterexample one : ALL) {
            assertThat(text(one).lines()).allMatch(line -> line.length() <= 80 || line.startsWith("  replay"));
        }
    }

    @Test
    void linesFitIntoNarrowTerminals() {
        for (Counterexample one : ALL) {
            assertThat(new CounterexampleText(56).of(one).lines())
                    .allMatch(line -> line.length() <= 56 || line.startsWith("  replay"));
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

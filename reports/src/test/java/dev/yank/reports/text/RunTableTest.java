package dev.yank.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import dev.yank.reports.Examples;
import dev.yank.reports.Golden;
import dev.yank.reports.HostileWords;
import dev.yank.reports.Runs;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunTableTest {

    @Test
    void aWideTerminalShowsEverything() {
        Golden.check("table-130.txt", RunTable.of(Runs.mixed(), 130));
    }

    @Test
    void columnsGoFromTheRightAtAHundred() {
        Golden.check("table-100.txt", RunTable.of(Runs.mixed(), 100));
    }

    @Test
    void columnsGoFromTheRightAtEighty() {
        Golden.check("table-80.txt", RunTable.of(Runs.mixed(), 80));
    }

    @Test
    void driverVerdictAndRuleStayAtFifty() {
        Golden.check("table-50.txt", RunTable.of(Runs.mixed(), 50));
    }

    @Test
    void noLineIsLongerThanTheTerminalIsWide() {
        for (int width = 40; width <= 140; width++) {
            int columns = width;
            assertThat(RunTable.of(Runs.mixed(), width).lines())
                    .filteredOn(line -> !line.contains("./yank replay"))
                    .allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void nothingIsNarrowerThanForty() {
        assertThat(RunTable.of(Runs.mixed(), 3)).isEqualTo(RunTable.of(Runs.mixed(), 40));
    }

    @Test
    void whatIsAsExpectedNeedsNoAdvice() {
        String table = RunTable.of(Runs.run(Runs.conforms("good"), Runs.violates(Examples.deadlock())), 140);
        assertThat(table).doesNotContain("UNEXPECTED", "see ").contains("2 drivers, 2 as expected");
    }

    @Test
    void anInterruptedRunSaysSo() {
        var run = new RunResult(7, Completeness.INTERRUPTED, List.of());
        assertThat(RunTable.of(run, 80))
                .contains("seed 7. The run was\ninterrupted.")
                .contains("0 drivers");
    }

    @Test
    void numbersLookTheSameEverywhere() {
        Locale before = Locale.getDefault();
        String english = RunTable.of(Runs.mixed(), 130);
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(RunTable.of(Runs.mixed(), 130)).isEqualTo(english).contains("1,234,567");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foreignTextCannotReachTheTerminal() {
        assertThat(RunTable.of(Runs.run(Runs.violates(HostileWords.counterexample())), 80))
                .matches("[\\n\\x20-\\x7e…]*");
    }
}

package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Progress;
import dev.yank.harness.run.Sighting;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how a run is going: a bar on a terminal, a line a driver elsewhere.
final class TerminalProgress implements Progress, AutoCloseable {

    private static final int REFRESH_MILLIS = 250;

    private final PrintWriter err;
    private final @Nullable ProgressBar bar;
    private final int drivers;
    private final long startNanos = System.nanoTime();

    @Var
    private int finished;

    @Var
    private int caught;

    @Var
    private long executions;

    private TerminalProgress(PrintWriter err, int drivers, @Nullable ProgressBar bar) {
        this.err = err;
        this.drivers = drivers;
        this.bar = bar;
    }

    /// A bar where there is a terminal, else lines.
    @SuppressWarnings("SystemConsoleNull") // it may be null as far as the checker of nulls knows
    static TerminalProgress on(PrintWriter err, int drivers, Duration budget) {
        Console console = System.console();
        return new TerminalProgress(err, drivers, console != null && console.isTerminal() ? bar(budget) : null);
    }

    /// With a consumer of its own, because the library's would ask for the terminal in a way that disables Ctrl-C.
    private static ProgressBar bar(Duration budget) {
        return new ProgressBarBuilder()
                .setTaskName("exploring")
                .setInitialMax(budget.toSeconds())
                .setUnit("s", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REFRESH_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, Results.columns() - 1))
                .hideEta()
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public synchronized void begins(DriverUnderTest driver) {
        refresh(driver.name());
    }

    @Override
    public synchronized void executed(DriverUnderTest driver, long more) {
        executions += more;
        refresh(driver.name());
    }

    @Override
    public synchronized void found(DriverUnderTest driver, Sighting sighting) {
        caught++;
        refresh(driver.name() + " broke " + sighting.rule() + ", shrinking");
    }

    @Override
    public synchronized void ends(DriverResult result) {
        finished++;
        if (bar == null) {
            err.printf(
                    Locale.ROOT,
                    "%2d/%d %-44s %s%s after %,d executions%n",
                    finished,
                    drivers,
                    result.driver().name(),
                    result.verdictWord(),
                    result.rule().map(rule -> " " + rule).orElse(""),
                    result.executions());
            err.flush();
        }
    }

    private void refresh(String what) {
        if (bar != null) {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            bar.stepTo(Math.min((long) seconds, bar.getMax()));
            bar.setExtraMessage(String.format(
                    Locale.ROOT, "%,.0f/s, %d found, %s", executions / Math.max(seconds, 0.1), caught, what));
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

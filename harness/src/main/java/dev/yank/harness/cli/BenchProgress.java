package dev.yank.harness.cli;

import com.google.errorprone.annotations.Var;
import java.io.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how far measurements are: a bar on a terminal, a line for every tenth part elsewhere.
final class BenchProgress implements AutoCloseable {

    private static final int PARTS = 10;

    private final PrintWriter err;
    private final int steps;
    private final @Nullable ProgressBar bar;

    @Var
    private int done;

    private BenchProgress(PrintWriter err, int steps, @Nullable ProgressBar bar) {
        this.err = err;
        this.steps = steps;
        this.bar = bar;
    }

    @SuppressWarnings("SystemConsoleNull") // it may be null as far as the checker of nulls knows
    static BenchProgress on(PrintWriter err, int steps) {
        Console console = System.console();
        boolean isTerminal = console != null && console.isTerminal();
        return new BenchProgress(err, steps, isTerminal ? bar(steps) : null);
    }

    private static ProgressBar bar(int steps) {
        return new ProgressBarBuilder()
                .setTaskName("measuring")
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(System.err, Results.columns() - 1))
                .clearDisplayOnFinish()
                .build();
    }

    /// One subject or driver under one strategy is measured.
    void finished(String name, String strategy) {
        done++;
        if (bar != null) {
            bar.stepTo(done);
            bar.setExtraMessage(name + ", " + strategy);
        } else if (done * PARTS / steps > (done - 1) * PARTS / steps) {
            err.printf("%d of %d measured%n", done, steps);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

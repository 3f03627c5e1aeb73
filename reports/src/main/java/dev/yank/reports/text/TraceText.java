package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.trace.KernelEvent;
import java.util.Locale;

/// A whole trace as text, one event a line, with the numbers that the trace itself has.
public final class TraceText {

    private TraceText() {}

    /// The text, ending in a line feed.
    public static String of(Counterexample counterexample) {
        var words = new EventWords(counterexample);
        int width = counterexample.trace().stream()
                .mapToInt(event -> TaskNames.of(counterexample, event.task()).length())
                .reduce("task".length(), Math::max);
        String format = "%6s  %-" + width + "s  %s\n";
        var out = new StringBuilder(String.format(Locale.ROOT, format, "event", "task", "what"));
        for (KernelEvent event : counterexample.trace()) {
            String mark = event.step() == counterexample.finding().step()
                    ? "  <- " + counterexample.finding().rule()
                    : "";
            String task = TaskNames.of(counterexample, event.task());
            out.append(String.format(Locale.ROOT, format, event.step(), task, words.of(event) + mark));
        }
        return out.toString();
    }
}

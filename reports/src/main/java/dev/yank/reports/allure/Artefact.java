package dev.yank.reports.allure;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.Reproducer;
import dev.yank.model.history.HistoryEdn;
import dev.yank.reports.text.CounterexampleText;
import dev.yank.reports.text.PlainText;
import dev.yank.reports.text.TraceText;
import dev.yank.reports.timeline.TimelinePage;

/// What is written down of a counterexample, in the order in which a reader wants it.
enum Artefact {
    REPLAY("how to replay it", "", Format.TEXT),
    COUNTEREXAMPLE("counterexample", "counterexamples", Format.TEXT),
    TIMELINE("timeline", "timelines", Format.PAGE),
    HISTORY_EDN("history (EDN)", "histories", Format.EDN),
    HISTORY_JSON("history (JSON)", "histories", Format.JSON),
    REPRODUCER("reproducer, a JUnit test", "", Format.JAVA),
    TRACE("trace, every event", "traces", Format.TEXT);

    /// How something is written down.
    enum Format {
        TEXT("txt", "text/plain"),
        PAGE("html", "text/html"),
        EDN("edn", "text/plain"),
        JSON("jsonl", "text/plain"),
        JAVA("java", "text/plain");

        private final String ending;
        private final String type;

        Format(String ending, String type) {
            this.ending = ending;
            this.type = type;
        }

        /// The ending of the name of a file, without the dot.
        String ending() {
            return ending;
        }

        /// The media type, by which a browser decides how to show it.
        String type() {
            return type;
        }
    }

    private final String title;
    private final String folder;
    private final Format format;

    Artefact(String title, String folder, Format format) {
        this.title = title;
        this.folder = folder;
        this.format = format;
    }

    /// What a reader is told that it is.
    String title() {
        return title;
    }

    /// The sub-folder of the run that it is written to; empty for what is in the Allure results only.
    String folder() {
        return folder;
    }

    /// How it is written down.
    Format format() {
        return format;
    }

    /// The text.
    String of(Counterexample counterexample) {
        return switch (this) {
            case REPLAY -> PlainText.line(counterexample.replayCommand()) + "\n";
            case COUNTEREXAMPLE -> new CounterexampleText(CounterexampleText.STANDARD_WIDTH).of(counterexample);
            case TIMELINE -> TimelinePage.of(counterexample);
            case HISTORY_EDN -> HistoryEdn.write(counterexample.history());
            case HISTORY_JSON -> HistoryJson.write(counterexample.history());
            case REPRODUCER -> Reproducer.source(counterexample, "");
            case TRACE -> TraceText.of(counterexample);
        };
    }
}

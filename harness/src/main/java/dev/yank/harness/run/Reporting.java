package dev.yank.harness.run;

import dev.yank.harness.examine.ExaminedHistory;
import java.io.IOException;
import java.nio.file.Path;

/// Shows results. Found with `java.util.ServiceLoader`, so that the harness knows no format; a report never
/// changes a verdict.
public interface Reporting {

    /// The text of a counterexample, for terminals and pipes, without colour, ending in a line feed.
    ///
    /// @param columns how wide the terminal is, in characters; 80 are used at most
    String text(Counterexample counterexample, int columns);

    /// The same in two or three lines: what is broken and how to replay it.
    ///
    /// @param columns how wide the terminal is, in characters
    String brief(Counterexample counterexample, int columns);

    /// The execution of a counterexample, step by step, as one HTML page that needs nothing else.
    String timeline(Counterexample counterexample);

    /// A history that was checked, as one HTML page that needs nothing else.
    ///
    /// @param command what to type next
    String timeline(ExaminedHistory history, String command);

    /// The table of a run, ending in a line feed.
    ///
    /// @param columns how wide the terminal is, in characters
    String table(RunResult result, int columns);

    /// Writes everything that a report is made from into `folder`, which exists: Allure results,
    /// counterexamples as text, histories as EDN.
    ///
    /// @throws IOException where something cannot be written or shown; all else is written, and the message
    /// is a sentence for the user
    void write(RunResult result, Path folder) throws IOException;

    /// Makes the HTML report from what [#write] left in `folder`.
    ///
    /// @return the page to open, and what is missing in it
    /// @throws IOException where that fails; the message is a sentence for the user
    ReportPage html(Path folder) throws IOException;
}

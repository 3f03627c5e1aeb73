package dev.yank.harness.cli;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Shows results in the plainest way. What goes wrong with it is said by files in the folder for results, so
/// that each test has its own.
public final class PlainReporting implements Reporting {

    static final String FAILS_WITH_IO = "fails-with-io";
    static final String FAILS_UNEXPECTEDLY = "fails-unexpectedly";

    @Override
    public String text(Counterexample counterexample, int columns) {
        return "COUNTEREXAMPLE " + counterexample.finding().rule() + " " + counterexample.token() + "\n";
    }

    @Override
    public String brief(Counterexample counterexample, int columns) {
        return text(counterexample, columns);
    }

    @Override
    public String timeline(Counterexample counterexample) {
        return "<html>TIMELINE " + counterexample.finding().rule() + " "
                + counterexample.driver().name() + "</html>";
    }

    @Override
    public String timeline(ExaminedHistory history, String command) {
        return "<html>HISTORY " + history.verdict() + " " + history.parts().size() + " " + command + "</html>";
    }

    @Override
    public String table(RunResult result, int columns) {
        StringBuilder table = new StringBuilder();
        result.drivers()
                .forEach(driver -> table.append("TABLE ")
                        .append(driver.driver().name())
                        .append(' ')
                        .append(driver.verdictWord())
                        .append('\n'));
        return table.toString();
    }

    @Override
    public void write(RunResult result, Path folder) throws IOException {
        if (Files.exists(folder.resolve(FAILS_WITH_IO))) {
            throw new IOException("the disk is full");
        }
        if (Files.exists(folder.resolve(FAILS_UNEXPECTEDLY))) {
            throw new IllegalStateException("a bug of the report");
        }
        Files.writeString(folder.resolve("written.txt"), table(result, 80));
    }

    @Override
    public Path html(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("written.txt"))) {
            throw new IOException("there are no results in it");
        }
        return Files.writeString(folder.resolve("index.html"), "<html></html>");
    }
}

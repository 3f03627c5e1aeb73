package dev.yank.harness.cli;

import dev.yank.harness.examine.ExaminedHistory;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.ReportPage;
import dev.yank.harness.run.Reporting;
import dev.yank.harness.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Shows results in the plainest way. What goes wrong with it is said by files in the folder for results, so
/// that each test has its own.
public final class PlainReporting implements Reporting {

    static final String FAILS_WITH_IO = "fails-with-io";
    static final String FAILS_UNEXPECTEDLY = "fails-unexpectedly";
    static final String CANNOT_BE_SHOWN = "cannot-be-shown";
    static final long SEED_THAT_CANNOT_BE_SHOWN = 666;
    static final String DAMAGED = "damaged";

    @Override
    public String text(Counterexample counterexample, int columns) {
        if (counterexample.classPath().contains(CANNOT_BE_SHOWN)) {
            throw new IllegalStateException("a bug of the text");
        }
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
        if (result.seed() == SEED_THAT_CANNOT_BE_SHOWN) {
            throw new StackOverflowError("a bug of the table");
        }
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
    public ReportPage html(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("written.txt"))) {
            throw new IOException("there are no results in it");
        }
        List<String> remarks = Files.exists(folder.resolve(DAMAGED)) ? List.of("One result is damaged.") : List.of();
        return new ReportPage(Files.writeString(folder.resolve("index.html"), "<html></html>"), remarks);
    }
}

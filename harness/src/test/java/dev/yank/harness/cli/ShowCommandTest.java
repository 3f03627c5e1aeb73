package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.run.ExitStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShowCommandTest {

    private static final String REGISTER = """
        {:process 0, :type :invoke, :f :write, :value 1}
        {:process 0, :type :ok, :f :write, :value 1}
        {:process 1, :type :invoke, :f :read, :value nil}
        {:process 1, :type :ok, :f :read, :value %d}
        """;

    @TempDir
    private Path folder;

    @Test
    void aTokenIsReplayedAndItsPageWritten() throws IOException {
        Path page = folder.resolve("page.html");
        Said said = Said.by("show", token(), "--output", page.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        assertThat(said.out().strip()).isEqualTo(page.toString());
        assertThat(page).content().startsWith("<html>TIMELINE R").endsWith(" test-leaky</html>");
    }

    @Test
    void theTextOfACounterexampleStandsForItsToken() throws IOException {
        Path text = Files.writeString(
                folder.resolve("test-leaky.txt"), "R5 violated: …\n\n  replay    ./yank replay " + token() + "\n");
        Path page = folder.resolve("page.html");
        assertThat(Said.by("show", text.toString(), "--output", page.toString()).status())
                .isZero();
        assertThat(page).content().startsWith("<html>TIMELINE R").endsWith(" test-leaky</html>");
    }

    @Test
    void aHistoryIsJudgedAndItsPageWrittenWhateverTheVerdict() throws IOException {
        assertThat(pageOf(REGISTER.formatted(1)))
                .startsWith("<html>HISTORY LINEARIZABLE 1 ./yank check --spec cas-register ");
        assertThat(pageOf(REGISTER.formatted(2))).startsWith("<html>HISTORY NOT_LINEARIZABLE 1 ");
    }

    private String pageOf(String history) throws IOException {
        Path file = Files.writeString(folder.resolve("history.edn"), history);
        Path page = folder.resolve("history.html");
        Said said = Said.by("show", file.toString(), "--output", page.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.status()).isZero();
        return Files.readString(page);
    }

    @Test
    void theUsualPlaceOfAPageIsBesideTheResults() throws IOException {
        Path file = Files.writeString(folder.resolve("my history.edn"), REGISTER.formatted(1));
        String home = System.getProperty("yank.home");
        try {
            System.setProperty("yank.home", folder.toString());
            assertThat(Said.by("show", file.toString()).out().strip())
                    .isEqualTo(folder.resolve(".yank/timelines/my_history.edn.html")
                            .toString());
        } finally {
            System.setProperty("yank.home", home);
        }
    }

    @Test
    void somethingMustBeNamed() {
        assertThat(Said.by("show").sentence(ExitStatus.USAGE))
                .isEqualTo("Missing required parameter: 'TOKEN|FILE'. See ./yank show --help.");
    }

    @Test
    void whatIsNoHistoryIsRefusedInOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("poem.edn"), "{:process 0, :type :ok, :f :read, :value 1}");
        assertThat(Said.by("show", file.toString()).sentence(ExitStatus.USAGE)).contains("poem.edn");
        assertThat(Said.by("show", folder.toString()).sentence(ExitStatus.USAGE))
                .startsWith(folder + " cannot be read (");
        Path good = Files.writeString(folder.resolve("good.edn"), REGISTER.formatted(1));
        assertThat(Said.by("show", good.toString(), "--spec", "x").sentence(ExitStatus.USAGE))
                .startsWith("There is no specification 'x'; take one of ");
        assertThat(Said.by("show", good.toString(), "--policy", "P1=x").sentence(ExitStatus.USAGE))
                .contains("P1");
    }

    @Test
    void aPageThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("history.edn"), REGISTER.formatted(1));
        Path nowhere = folder.resolve("nowhere/page.html");
        assertThat(Said.by("show", file.toString(), "--output", nowhere.toString())
                        .sentence(ExitStatus.HARNESS_FAILED))
                .isEqualTo("The page cannot be written to " + nowhere
                        + " (no such file or folder); choose another place with --output.");
        assertThat(Said.by("show", file.toString(), "--output", "/dev/full").sentence(ExitStatus.HARNESS_FAILED))
                .isEqualTo("The page cannot be written to /dev/full (No space left on device); choose another place"
                        + " with --output.");
    }

    @Test
    void aSystemWithoutABrowserIsSaid() {
        var err = new StringWriter();
        new PageOpener("no-such-opener").open(folder.resolve("page.html"), new PrintWriter(err, true));
        new PageOpener("false").open(folder.resolve("page.html"), new PrintWriter(err, true));
        assertThat(err.toString().lines())
                .containsExactly(
                        "yank: There is no no-such-opener here; open the page yourself.",
                        "yank: false found no browser here; open the page yourself.");
    }

    private String token() {
        Said said = Said.by(
                "stress",
                "test-leaky",
                "--executions",
                "600",
                "--seed",
                "1",
                "--out",
                folder.resolve("out").toString());
        Matcher token = Pattern.compile("y[0-9]+\\.test-leaky\\.\\S+").matcher(said.out());
        assertThat(token.find()).as(said.out()).isTrue();
        return token.group();
    }
}

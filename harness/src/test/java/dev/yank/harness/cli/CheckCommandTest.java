package dev.yank.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.knossos.ClojureEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckCommandTest {

    private static final String GOOD = """
        {:process 0, :type :invoke, :f :write, :value 1}
        {:process 0, :type :ok, :f :write, :value 1}
        {:process 0, :type :invoke, :f :read, :value nil}
        {:process 0, :type :ok, :f :read, :value 1}
        """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsALineForEachFileAndTheWorstExitStatus() throws IOException {
        Path good = file("good.edn", GOOD);
        Path bad = file("bad.edn", GOOD.replace(":read, :value 1", ":read, :value 2"));
        assertThat(check(good.toString())).isZero();
        assertThat(out.toString()).isEqualTo(good + "\ttrue\n");
        assertThat(check(good.toString(), bad.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        bad + "\tfalse\n",
                        "read may answer [1] here, but answered 2.",
                        "1 operation fails alone, as if nothing else had happened, each needed:");
    }

    @Test
    void showsThatTheEnginesAgree() throws IOException {
        assertThat(check(file("good.edn", GOOD).toString(), "--engine", "all", "--order"))
                .isZero();
        assertThat(out.toString()).contains("engines: wgl=true jit=true clojure=true", "an order that explains it");
    }

    @Test
    void refusesWhatIsNoHistoryWithASentence() throws IOException {
        Path broken = file("broken.edn", GOOD + "{:process 0, :type :ok, :f :read, :value 1}");
        assertThat(check(broken.toString())).isEqualTo(64);
        assertThat(err.toString())
                .isEqualTo("yank: " + broken
                        + ":5: expected an invocation by process 0 before this completion, but there is none.\n");
    }

    @Test
    void saysHowToGetKnossosWhereItIsNot() {
        Assumptions.assumeFalse(ClojureEngine.isKnossosThere(), "Knossos is on the class path");
        assertThat(check("history.edn", "--engine", "knossos")).isEqualTo(64);
        assertThat(err.toString())
                .startsWith("yank: Knossos is not on the class path")
                .hasLineCount(1);
    }

    @Test
    void printsJson() throws IOException {
        assertThat(check(file("good.edn", GOOD).toString(), "--format", "json")).isZero();
        assertThat(out.toString())
                .contains("\"linearizable\":\"true\"", "\"spec\":\"cas-register\"", "\"operations\":2");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int check(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Yank.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}

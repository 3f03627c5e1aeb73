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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        assertThat(check(file("good.edn", GOOD).toString(), "--engine", "all", "--order", "--timeout", "30m"))
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

    @Test
    void jsonHoldsWhyAHistoryFails() throws IOException {
        String bad = GOOD.replace(":read, :value 1", ":read, :value 2")
                + "{:process 0, :type :invoke, :f :write, :value" + " 3}";
        assertThat(check(file("bad.edn", bad).toString(), "--format", "json")).isEqualTo(1);
        JsonNode json = JsonMapper.shared().readTree(out.toString());
        JsonNode why = json.get("why");
        assertThat(json.get("linearizable").asString()).isEqualTo("false");
        assertThat(why.get("failsUpTo").asInt()).isEqualTo(3);
        assertThat(why.get("isShortest").asBoolean()).isTrue();
        assertThat(why.get("minimal").get("isVerified").asBoolean()).isTrue();
        assertThat(why.get("minimal").get("operations")).hasSize(1);
        assertThat(why.get("core").get("isVerified").asBoolean()).isTrue();
        assertThat(why.get("core").get("operations")).hasSize(1);
        assertThat(out.toString()).hasLineCount(1);
    }

    @Test
    void beginsWithTheInitialValueThatIsGiven() throws IOException {
        String held =
                "{:process 0, :type :invoke, :f :release, :value nil}\n{:process 0, :type :ok, :f :release, :value"
                        + " nil}\n";
        Path file = file("held.edn", held);
        assertThat(check(file.toString())).isEqualTo(1);
        assertThat(check(file.toString(), "--initial", ":held")).isZero();
        assertThat(check(file.toString(), "--initial", "7")).isEqualTo(64);
        assertThat(err.toString())
                .isEqualTo("yank: A mutex begins with :free or :held, but the initial value was 7.\n");
        String nil = "{:process 0, :type :invoke, :f :read}\n{:process 0, :type :ok, :f :read, :value 4}\n";
        assertThat(check(file("four.edn", nil).toString(), "--initial", "4")).isZero();
    }

    @Test
    void namesEventsAsTheirIndexDoes() throws IOException {
        String indexed = """
            {:process 0, :type :invoke, :f :read, :value nil, :index 70, :time 5}
            {:process 0, :type :ok, :f :read, :value 9, :index 75, :time 4}
            """;
        assertThat(check(file("indexed.edn", indexed).toString())).isEqualTo(1);
        assertThat(out.toString()).contains("read: 9  [events 70..75]", "up to event 75");
    }

    @Test
    void saysWhatWasLearnedWhenTimeRunsOut() throws IOException {
        Path good = file("good.edn", GOOD.repeat(2000));
        assertThat(check(good.toString(), "--timeout", "1ms")).isEqualTo(2);
        assertThat(out.toString())
                .startsWith(good + "\tunknown\n  Time ran out after 0.001 s; ")
                .contains(" Learned: ");
    }

    @Test
    void refusesWhatCannotBeCheckedWithASentence() throws IOException {
        Path good = file("good.edn", GOOD);
        String absent = folder.resolve("absent.edn").toString();
        assertThat(check(absent)).isEqualTo(64);
        assertThat(err.toString())
                .startsWith("yank: " + absent + " cannot be read (no such file or folder)")
                .hasLineCount(1);
        assertThat(check(folder.toString())).isEqualTo(64);
        assertThat(check(good.toString(), "--spec", "regster")).isEqualTo(64);
        assertThat(err.toString()).contains("There is no specification 'regster'; take one of register,");
        assertThat(check(good.toString(), "--engine", "fastest")).isEqualTo(64);
        assertThat(check(good.toString(), "--partition", "shard")).isEqualTo(64);
        assertThat(err.toString()).contains("good.edn:1: expected the key :shard to partition by");
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {0, (byte) 0xff, 7, 12});
        assertThat(check(binary.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("binary:1: expected UTF-8").doesNotContain("\tat ");
        assertThat(check()).isEqualTo(64);
    }

    @Test
    void saysOfAFileWithoutOperationsThatItHasNone() throws IOException {
        Path empty = file("empty.edn", "");
        assertThat(check(empty.toString())).isZero();
        assertThat(out.toString()).isEqualTo(empty + "\ttrue\n  The file holds no operations.\n");
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

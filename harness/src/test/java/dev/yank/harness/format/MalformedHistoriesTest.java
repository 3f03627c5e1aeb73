package dev.yank.harness.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.format.HistoryFiles.Format;
import dev.yank.model.spec.classic.RecordedSpecs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

final class MalformedHistoriesTest {

    private static final String EDN = """
        {:process 0, :type :invoke, :f :write, :value 1}
        {:process 1, :type :invoke, :f :cas, :value [1 2]}
        {:process 0, :type :ok, :f :write, :value 1}
        {:process 1, :type :ok, :f :cas, :value [1 2]}
        """;
    private static final String JSON = """
        {"process": 0, "type": "invoke", "f": "write", "value": 1}
        {"process": 1, "type": "invoke", "f": "cas", "value": [1, 2]}
        {"process": 0, "type": "ok", "f": "write", "value": 1}
        {"process": 1, "type": "ok", "f": "cas", "value": [1, 2]}
        """;
    private static final String LOG = """
        INFO  jepsen.util - 0\t:invoke\t:write\t1
        INFO  jepsen.util - 1\t:invoke\t:cas\t[1 2]
        INFO  jepsen.util - 0\t:ok\t:write\t1
        INFO  jepsen.util - 1\t:info\t:cas\t:timed-out
        """;

    @Test
    void readsWhatIsWellFormed() throws Exception {
        for (Format format : Format.values()) {
            RecordedHistory history = read(format, text(format));
            assertThat(history.operations()).hasSize(2);
            assertThat(history.entries(RecordedSpecs.named("cas-register").orElseThrow()))
                    .hasSize(2);
        }
    }

    @Test
    void readsVectorsRecordsAndComments() throws Exception {
        String vector = "; a comment\n[" + EDN.replace("{", "#jepsen.history.Op{") + "]\n";
        assertThat(read(Format.EDN, vector).operations()).hasSize(2);
        assertThat(read(Format.EDN, "(" + EDN + ")").operations()).hasSize(2);
    }

    @Test
    void saysWhichLineIsWrongAndWhatWasExpected() {
        refuses(
                EDN + "{:process 1, :type :ok, :f :cas, :value [1 2]}",
                "file:5: expected an invocation by process 1 before this completion, but there is none.");
        refuses(
                EDN.lines().findFirst().orElseThrow() + "\n{:process 0, :type :invoke, :f :read, :value nil}",
                "file:2: expected the completion of what process 0 invoked in line 1, but found another invocation by"
                        + " it.");
        refuses(
                EDN.lines().findFirst().orElseThrow() + "\n{:process 0, :type :ok, :f :read, :value nil}",
                "file:2: expected the completion of write, which process 0 invoked in line 1, but found one of read.");
        refuses(
                "{:process 0, :type :begin, :f :read}",
                "file:1: expected the type invoke, ok, fail or info, but found 'begin'.");
        refuses("{:process 0}", "file:1: expected :process, :type and :f, but found only [process].");
        refuses(
                "\n 7",
                "file:2: expected an op map, such as {:process 0, :type :invoke, :f :read, :value nil}, but found 7.");
        refuses("[".repeat(1_000_000), "file:1: expected no more than 100 nested brackets, but there are more.");
        refuses(
                "{:process " + "9".repeat(1_000_000),
                "file:1: expected numbers and words of at most 1000 characters, but there is a longer one.");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] bytes = EDN.getBytes(StandardCharsets.UTF_8);
        bytes[60] = (byte) 0xFF;
        assertThatThrownBy(() -> HistoryFiles.read("file", new ByteArrayInputStream(bytes), Format.EDN, Partition.NONE))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining("expected UTF-8");
    }

    @Test
    void neverEvaluates() throws Exception {
        String hostile = "{:process 0, :type :invoke, :f :write, :value #=(java.lang.System/exit 7)}";
        assertThat(read(Format.EDN, hostile).operations().getFirst().asked())
                .isEqualTo(List.of("java.lang.System/exit", 7L));
        String tagged = "{:process 0, :type :invoke, :f :write, :value #java/object [\"x\"]}";
        assertThat(read(Format.EDN, tagged).operations().getFirst().asked()).isEqualTo(List.of("x"));
    }

    @Test
    void leavesDatesAndIdentifiersAsTheyAreWritten() throws Exception {
        for (String tag : List.of("#uuid", "#inst", "#inst #uuid", "#jepsen.history.Op")) {
            String op = "{:process 0, :type :invoke, :f :write, :value " + tag + " \"\\u0078\"}";
            assertThat(read(Format.EDN, op).operations().getFirst().asked()).isEqualTo("x");
        }
    }

    /// Ten thousand broken files: each is read, or refused with one sentence.
    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void everyBrokenFileIsReadOrRefusedWithASentence(
            @ForAll("formats") Format format, @ForAll("edits") List<Edit> edits) {
        String broken = apply(text(format), edits);
        byte[] bytes = broken.getBytes(StandardCharsets.ISO_8859_1);
        assertThatCode(() -> {
                    try {
                        RecordedHistory history =
                                HistoryFiles.read("file", new ByteArrayInputStream(bytes), format, Partition.NONE);
                        history.entries(RecordedSpecs.named("cas-register").orElseThrow());
                    } catch (MalformedHistoryException e) {
                        assertThat(e.getMessage())
                                .matches("(?s)file:[0-9]+: .*\\.")
                                .hasLineCount(1)
                                .hasSizeLessThan(400);
                    }
                })
                .doesNotThrowAnyException();
    }

    /// One change to a text.
    ///
    /// @param at where, in thousandths of the text
    /// @param delete how many characters go
    /// @param insert what comes instead
    record Edit(int at, int delete, String insert) {}

    @Provide
    Arbitrary<Format> formats() {
        return Arbitraries.of(Format.values());
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        Arbitrary<String> pieces = Arbitraries.of(
                "",
                "{",
                "}",
                "[",
                "]",
                "(",
                ")",
                "\"",
                "\\",
                "#",
                "#{",
                "#_",
                "#=",
                "#inst \"x\"",
                "#uuid 1",
                "\\u12",
                ";",
                ":",
                "::",
                ":a/b/c",
                "nil",
                "null",
                "1e999999999",
                "1e-9",
                "0x",
                "1/2",
                "99999999999999999999N",
                "7M",
                "-",
                "+5",
                "\n",
                "\t",
                "\0",
                "\u00ff\u00fe",
                "\u00c3",
                ",",
                ":process",
                ":type",
                ":invoke",
                ":ok",
                "INFO",
                "\"process\"",
                "true",
                "^{:a 1}",
                "@x",
                "`x",
                "'x",
                "{:a}",
                "{1 2 1 3}",
                "#{1 1}");
        Arbitrary<String> insert = Arbitraries.frequencyOf(
                Tuple.of(8, pieces),
                Tuple.of(
                        1,
                        Combinators.combine(pieces, Arbitraries.integers().between(1, 3000))
                                .as(String::repeat)),
                Tuple.of(2, Arbitraries.strings().ofMaxLength(6)));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.frequency(Tuple.of(3, 0), Tuple.of(2, 1), Tuple.of(1, 9), Tuple.of(1, 60)),
                        insert)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static String apply(String text, List<Edit> edits) {
        StringBuilder broken = new StringBuilder(text);
        for (Edit edit : edits) {
            int from = (int) ((long) edit.at() * broken.length() / 1000);
            broken.replace(from, Math.min(broken.length(), from + edit.delete()), edit.insert());
        }
        return broken.toString();
    }

    private static void refuses(String edn, String sentence) {
        assertThatThrownBy(() -> read(Format.EDN, edn))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessage(sentence);
    }

    private static RecordedHistory read(Format format, String text) throws Exception {
        return HistoryFiles.read(
                "file", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), format, Partition.NONE);
    }

    private static String text(Format format) {
        return switch (format) {
            case EDN -> EDN;
            case JSON_LINES -> JSON;
            case ETCD_LOG -> LOG;
        };
    }
}

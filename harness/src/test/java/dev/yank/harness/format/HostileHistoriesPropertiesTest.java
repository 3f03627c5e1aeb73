package dev.yank.harness.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yank.harness.format.HistoryFiles.Format;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.spec.classic.Keyed;
import dev.yank.model.spec.classic.RecordedSpec;
import dev.yank.model.spec.classic.RecordedSpecs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;

/// Files that are well-formed as EDN, JSON or log, or are not even text, and do not hold what they should: each is read
/// and judged, or refused with one sentence.
final class HostileHistoriesPropertiesTest {

    private static final String READ = "is read";

    /// One event, with what may be anything written as EDN.
    record Event(String process, String type, String f, String value, String rest) {

        String in(Format format) {
            return switch (format) {
                case EDN ->
                    "{:process " + process + ", :type :" + type + ", :f :" + f + ", :value " + value + rest + "}";
                case JSON_LINES ->
                    "{\"process\": " + process + ", \"type\": \"" + type + "\", \"f\": \"" + f + "\", \"value\": "
                            + value.replace(' ', ',') + "}";
                case ETCD_LOG -> "INFO  jepsen.util - " + process + "\t:" + type + "\t:" + f + "\t" + value;
            };
        }
    }

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void everyFileOfEventsIsJudgedOrRefused(
            @ForAll("formats") Format format, @ForAll("specs") String spec, @ForAll("histories") List<Event> events) {
        String text = events.stream().map(event -> event.in(format)).collect(Collectors.joining("\n"));
        Statistics.label("outcome")
                .collect(outcome(format, spec, text.getBytes(StandardCharsets.UTF_8)))
                .coverage(HostileHistoriesPropertiesTest::sawEverySort);
    }

    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void everyFileOfBytesIsJudgedOrRefused(@ForAll("formats") Format format, @ForAll byte[] bytes) {
        outcome(format, "register", bytes);
    }

    /// A limit for each of what has no end: brackets, digits, words, lines.
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void endlessThingsAreRefused(@ForAll("formats") Format format, @ForAll("endless") String piece) {
        String value = piece.repeat(2_000_000 / piece.length());
        String outcome = outcome(
                format,
                "register",
                new Event("0", "invoke", "write", value, "").in(format).getBytes(StandardCharsets.UTF_8));
        assertThat(outcome).isNotEqualTo(READ);
    }

    private static void sawEverySort(StatisticsCoverage coverage) {
        for (String sort : List.of(
                READ,
                "expected an invocation by process",
                "expected the completion of what",
                "expected the completion of write,",
                "expected nothing more of process",
                "expected the type invoke, ok,")) {
            coverage.check(sort).percentage(share -> share > 0.05);
        }
    }

    /// The first words of the refusal, without numbers, or that there was none.
    private static String outcome(Format format, String specName, byte[] bytes) {
        try {
            judge(RecordedSpecs.named(specName).orElseThrow(), format, bytes);
            return READ;
        } catch (MalformedHistoryException e) {
            assertThat(e.getMessage())
                    .matches("(?s)file:[0-9]+: .*\\.")
                    .hasLineCount(1)
                    .hasSizeLessThan(400);
            String[] words = e.getMessage().split(" ", 7);
            return String.join(" ", List.of(words).subList(1, Math.min(6, words.length)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <S, O> void judge(RecordedSpec<S, O> spec, Format format, byte[] bytes)
            throws MalformedHistoryException, IOException {
        RecordedHistory history = HistoryFiles.read("file", new ByteArrayInputStream(bytes), format, Partition.NONE);
        var entries = history.entries(spec);
        assertThat(LinearizabilityChecker.check(new Keyed<>(spec), entries, new Limits(20_000)))
                .isNotNull();
    }

    @Provide
    Arbitrary<Format> formats() {
        return Arbitraries.of(Format.values());
    }

    @Provide
    Arbitrary<String> specs() {
        return Arbitraries.of(RecordedSpecs.names());
    }

    @Provide
    Arbitrary<String> endless() {
        return Arbitraries.of("[", "(", "{", "#{", "9", "a", "[[1 ", "#x ", "\\", "{:a ", "#_ ", "#_", "#x#");
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<String> process = Arbitraries.frequency(
                Tuple.of(60, "0"),
                Tuple.of(20, "1"),
                Tuple.of(1, "-1"),
                Tuple.of(1, "1.5"),
                Tuple.of(1, "99999999999999999999"),
                Tuple.of(1, ":nemesis"),
                Tuple.of(1, "null"),
                Tuple.of(1, "[]"));
        Arbitrary<String> type = Arbitraries.frequency(
                Tuple.of(24, "invoke"),
                Tuple.of(24, "ok"),
                Tuple.of(3, "info"),
                Tuple.of(3, "fail"),
                Tuple.of(1, "begin"));
        Arbitrary<String> f = Arbitraries.frequency(
                Tuple.of(20, "write"),
                Tuple.of(3, "read"),
                Tuple.of(2, "cas"),
                Tuple.of(1, "txn"),
                Tuple.of(1, "enqueue"),
                Tuple.of(1, "acquire"),
                Tuple.of(1, "add"));
        Arbitrary<String> value = Arbitraries.of(
                "1",
                "2",
                "null",
                "nil",
                "[1 2]",
                "[]",
                "1e400",
                "-0.0",
                "9".repeat(400),
                "[[\"r\" \"x\" 1]]",
                "{}",
                "\"\\u0000\"",
                "true",
                "#uuid \"x\"",
                "#inst []");
        Arbitrary<String> rest = Arbitraries.of(
                "", "", "", ", :index -1", ", :index 2147483647", ", :index 5", ", :index \"x\"", ", :time 1e9");
        return Combinators.combine(process, type, f, value, rest)
                .as(Event::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}

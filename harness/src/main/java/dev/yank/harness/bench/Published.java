package dev.yank.harness.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What others published about the same subjects.
public final class Published {

    /// What a number of schedules is.
    public enum Statistic {
        MEAN,
        MEDIAN
    }

    /// What one strategy of somebody else needed for a subject.
    ///
    /// @param source the paper or tool
    /// @param strategy the strategy, as the source calls it
    /// @param subject the name of the subject
    /// @param found in how many trials the bug was found
    /// @param trials how many trials there were
    /// @param statistic what `schedules` is
    /// @param schedules to the first bug, over the trials that found it; empty where none did
    public record Schedules(
            String source,
            String strategy,
            String subject,
            int found,
            int trials,
            Statistic statistic,
            OptionalInt schedules) {

        /// Whether `result` found the bug in as large a part of its trials, in at most as many schedules.
        public boolean isMetBy(FirstFindings result) {
            OptionalDouble ours = switch (statistic) {
                case MEAN -> result.mean();
                case MEDIAN -> result.median();
            };
            boolean asOften = result.found() * trials >= found * result.trials();
            return asOften && (schedules.isEmpty() || (ours.isPresent() && ours.getAsDouble() <= schedules.getAsInt()));
        }
    }

    /// How many executions of subject `v1` a tool makes in a second of CPU time.
    ///
    /// @param tool its name
    /// @param from the lowest that was measured
    /// @param to the highest that was measured
    public record Rate(String tool, int from, int to) {}

    private static final Comparator<Schedules> BEST = Comparator.<Schedules>comparingDouble(
                    one -> -(double) one.found() / one.trials())
            .thenComparingInt(one -> one.schedules().orElse(Integer.MAX_VALUE));

    private final List<Schedules> schedules;
    private final List<Rate> rates;

    private Published(List<Schedules> schedules, List<Rate> rates) {
        this.schedules = List.copyOf(schedules);
        this.rates = List.copyOf(rates);
    }

    /// Reads the figures that come with the harness.
    public static Published read() {
        return new Published(
                lines("schedules.tsv").map(Published::schedules).toList(),
                lines("rates.tsv").map(Published::rate).toList());
    }

    private static Stream<String[]> lines(String resource) {
        InputStream stream = Objects.requireNonNull(Published.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schedules schedules(String[] cells) {
        return new Schedules(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                cells[5].equals("mean") ? Statistic.MEAN : Statistic.MEDIAN,
                cells[6].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cells[6])));
    }

    private static Rate rate(String[] cells) {
        return new Rate(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
    }

    /// Everything that is known about schedules.
    public List<Schedules> all() {
        return schedules;
    }

    /// The best that was published about a subject: found in most trials, and among those in the fewest
    /// schedules.
    public Optional<Schedules> best(String subject) {
        return schedules.stream().filter(one -> one.subject().equals(subject)).min(BEST);
    }

    /// The rates of others.
    public List<Rate> rates() {
        return rates;
    }
}

package dev.yank.reports.record;

import dev.yank.harness.run.RunResult;
import dev.yank.harness.run.RunResult.Completeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One run, as far as pages need it.
///
/// @param seed the seed that everything random was drawn from
/// @param isComplete whether the run came to its end
/// @param drivers one record a driver, in the order of the run
public record RunRecord(long seed, boolean isComplete, List<DriverRecord> drivers) {

    /// How the file is called.
    public static final String FILE = "run.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    /// Copies the records.
    public RunRecord(long seed, boolean isComplete, List<DriverRecord> drivers) {
        this.seed = seed;
        this.isComplete = isComplete;
        this.drivers = List.copyOf(drivers);
    }

    /// The record of a run.
    public static RunRecord of(RunResult run) {
        return new RunRecord(
                run.seed(),
                run.completeness() == Completeness.COMPLETE,
                run.drivers().stream().map(DriverRecord::of).toList());
    }

    /// The record as text, ending in a line feed.
    public String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /// The record that a run has left in a folder; empty where there is none.
    ///
    /// @throws IOException with one sentence where there is one that is damaged
    public static Optional<RunRecord> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(Files.readString(file), RunRecord.class));
        } catch (JacksonException e) {
            throw new IOException(file + " is damaged; run ./yank stress again.", e);
        }
    }

    /// What is known of a driver.
    public Optional<DriverRecord> driver(String name) {
        return drivers.stream().filter(driver -> driver.name().equals(name)).findFirst();
    }
}

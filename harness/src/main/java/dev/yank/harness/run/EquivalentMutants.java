package dev.yank.harness.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Mutants that break no rule, each with the reason.
///
/// They stand in resources, one a line: the name, white space, the reason. For a mutant of every driver
/// that has the class in question, the name begins with `*~`; `#` at the beginning of a line begins a
/// comment.
public final class EquivalentMutants {

    static final String RESOURCE = "META-INF/yank/equivalent-mutants";

    private static final String EVERY_DRIVER = "*" + LoadedDriver.MUTANT;

    private final List<Entry> entries;

    /// One line.
    ///
    /// @param name of one mutant, or of one of each driver
    /// @param reason why nothing can come of it
    public record Entry(String name, String reason) {

        /// Whether the line speaks of the mutant of that name.
        public boolean isAbout(String mutant) {
            return name.startsWith(EVERY_DRIVER)
                    ? mutant.endsWith(name.substring(EVERY_DRIVER.length() - 1))
                    : mutant.equals(name);
        }
    }

    EquivalentMutants(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /// Those of every resource on the class path of the harness.
    public static EquivalentMutants ofProject() {
        List<Entry> entries = new ArrayList<>();
        try {
            for (URL resource :
                    Collections.list(EquivalentMutants.class.getClassLoader().getResources(RESOURCE))) {
                try (var reader =
                        new BufferedReader(new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8))) {
                    reader.lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                            .map(EquivalentMutants::entry)
                            .forEach(entries::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EquivalentMutants(entries);
    }

    private static Entry entry(String line) {
        String[] parts = line.split("\\s+", 2);
        if (parts.length < 2) {
            throw new UsageException("The list of equivalent mutants says no reason for " + line
                    + "; write why nothing can come of it.");
        }
        return new Entry(parts[0], parts[1]);
    }

    /// All lines, in their order.
    public List<Entry> entries() {
        return entries;
    }

    /// Why nothing can come of the mutant; empty where it is not known to be harmless.
    public Optional<String> reason(String mutant) {
        return entries.stream()
                .filter(entry -> entry.isAbout(mutant))
                .map(Entry::reason)
                .findFirst();
    }
}

package dev.yank.reports.allure;

import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DriverResult;
import dev.yank.harness.run.RunResult;
import dev.yank.reports.record.RunRecord;
import dev.yank.reports.text.FileNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The folder of one run: `allure-results`, a folder for each kind of artefact, and the record of the run
/// for the pages that are made later.
///
/// What cannot be written or shown is missing, and everything else is there.
public final class RunFolder {

    /// The sub-folder with the Allure results.
    public static final String RESULTS = "allure-results";

    private static final Pattern ALLURE = Pattern.compile(
            "[0-9a-f-]{36}-(result\\.json|attachment\\.[a-z]+)|categories\\.json|environment\\.properties"
                    + "|executor\\.json");

    private final InstantSource clock;
    private final OwnedFiles results;
    private final OwnedFiles record;
    private final Map<String, OwnedFiles> folders = new LinkedHashMap<>();

    /// @param clock tells when the results are written, which Allure shows; nothing is decided by it
    public RunFolder(Path folder, InstantSource clock) {
        this.clock = clock;
        this.record = new OwnedFiles(folder, Pattern.compile(Pattern.quote(RunRecord.FILE)));
        this.results = new OwnedFiles(folder.resolve(RESULTS), ALLURE);
        for (Artefact artefact : Artefact.values()) {
            if (!artefact.folder().isEmpty()) {
                folders.putIfAbsent(
                        artefact.folder(), new OwnedFiles(folder.resolve(artefact.folder()), owned(artefact.folder())));
            }
        }
    }

    /// What a run leaves in a folder of artefacts.
    private static Pattern owned(String folder) {
        SortedSet<String> endings = new TreeSet<>();
        for (Artefact artefact : Artefact.values()) {
            if (artefact.folder().equals(folder)) {
                endings.add(artefact.format().ending());
            }
        }
        return Pattern.compile(".+\\.(" + String.join("|", endings) + ")");
    }

    /// Writes everything about a run, in the place of what an earlier run wrote.
    ///
    /// @throws IOException with one sentence where something could not be written or shown; all else is
    /// written
    public void write(RunResult result) throws IOException {
        Remarks remarks = new Remarks();
        boolean hasResults = remarks.attempt("The report", results::begin);
        folders.entrySet()
                .removeIf(folder -> !remarks.attempt(
                        "The folder " + folder.getKey(), () -> folder.getValue().begin()));
        AllureResults allure = new AllureResults(results, result, clock.millis());
        for (DriverResult one : result.drivers()) {
            Map<Artefact, String> artefacts = artefacts(one, remarks);
            artefacts.forEach((artefact, text) -> {
                OwnedFiles folder = folders.get(artefact.folder());
                if (folder != null) {
                    String name = FileNames.of(one.driver().name()) + "."
                            + artefact.format().ending();
                    remarks.attempt("A file", () -> folder.write(name, text));
                }
            });
            if (hasResults) {
                remarks.attempt("The report on " + one.driver().name(), () -> allure.write(one, artefacts));
            }
        }
        if (hasResults) {
            remarks.attempt("The report's surroundings", () -> new AllureSurroundings(result).write(results));
        }
        remarks.attempt(
                "The record of the run",
                () -> record.write(RunRecord.FILE, RunRecord.of(result).json()));
        remarks.report();
    }

    private static Map<Artefact, String> artefacts(DriverResult one, Remarks remarks) {
        Map<Artefact, String> artefacts = new EnumMap<>(Artefact.class);
        if (one.counterexample().isPresent()) {
            Counterexample counterexample = one.counterexample().get();
            for (Artefact artefact : Artefact.values()) {
                remarks.attempt(
                        "The " + artefact.title() + " of " + one.driver().name(),
                        () -> artefacts.put(artefact, artefact.of(counterexample)));
            }
        }
        return artefacts;
    }
}

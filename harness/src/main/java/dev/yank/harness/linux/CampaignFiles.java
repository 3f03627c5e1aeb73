package dev.yank.harness.linux;

import dev.yank.harness.run.HarnessFailure;
import dev.yank.model.history.HistoryEdn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/// What a campaign leaves in its folder. Each file is written whole or not at all, so whatever happens there is a
/// report of what
/// was known then.
public final class CampaignFiles {

    private final Path folder;

    /// Writes into a folder, which is made when the first file is written.
    public CampaignFiles(Path folder) {
        this.folder = folder;
    }

    /// Writes `report.txt`, and a text, a history, a kernel log and a reproducer for each finding.
    public void write(CampaignResult result, Optional<Reproducer> reproducer) {
        try {
            Files.createDirectories(folder);
            replace(folder.resolve("report.txt"), CampaignText.of(result));
            replace(
                    folder.resolve(CampaignSummary.FILE),
                    CampaignSummary.of(result).json());
            for (Found found : result.found()) {
                String name = name(found);
                replace(folder.resolve(name + ".txt"), CampaignText.finding(result, found));
                replace(
                        folder.resolve(name + ".edn"),
                        HistoryEdn.write(Entries.history(found.smallest().history())));
                replace(folder.resolve(name + ".log"), found.smallest().kernelLog());
                if (reproducer.isPresent()) {
                    replace(folder.resolve(name + ".c"), reproducer.get().source(result, found));
                }
            }
        } catch (IOException e) {
            throw new HarnessFailure("The report cannot be written to " + folder + " (" + e.getMessage() + ").");
        }
    }

    /// The name of the files of a finding, without ending.
    static String name(Found found) {
        return found.signature()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-$", "");
    }

    private static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

package dev.yank.harness.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.harness.linux.guest.Architecture;
import dev.yank.harness.linux.guest.Flavour;
import dev.yank.harness.linux.guest.Image;
import dev.yank.harness.linux.guest.KernelLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages learn of a campaign.
final class CampaignSummaryTest {

    private static final String LOG =
            "WARNING: CPU: 0 PID: 1 at a.c:1 f+0x1/0x2\nCall trace:\n f+0x1/0x2\n g+0x1/0x2\n";

    @TempDir
    private Path folder;

    private static CampaignResult result() {
        List<Performed> history = new Runs()
                .did(0, "open chip", 0, 1, 0, 10, 0)
                .hung(0, "chip read", 1, 60, 100, -4)
                .history();
        var program =
                new NodeProgram(List.of(history.stream().map(Performed::step).toList()));
        var sighting = new Sighting(program, history, KernelLog.judge(LOG), AgentRun.End.DONE, LOG);
        var found = new Found(sighting.accusations().getFirst(), sighting, 7);
        var flavour = new Flavour(Architecture.ARM64, KernelLine.numbered("6.1"));
        return new CampaignResult(
                new Image(flavour, Path.of("guest"), "6.1.0"),
                Subjects.named("pl061"),
                1,
                2,
                3,
                0,
                4.5,
                1,
                List.of(found),
                Map.of("R29", 3L, "R36", 1L),
                new Coverage(),
                CampaignResult.End.EARLY);
    }

    @Test
    void whatIsWrittenIsWhatIsRead() throws IOException {
        CampaignSummary summary = CampaignSummary.of(result());
        Files.writeString(folder.resolve(CampaignSummary.FILE), summary.json());
        assertThat(CampaignSummary.in(folder)).contains(summary);
        assertThat(summary.end()).isEqualTo("early");
    }

    @Test
    void decisiveLinesAreMarkedAndOperationsHaveTheirPlaceInTime() {
        CampaignSummary.Finding finding =
                CampaignSummary.of(result()).findings().getFirst();
        assertThat(finding.log().stream()
                        .filter(CampaignSummary.LogLine::isDecisive)
                        .map(line -> line.text().strip()))
                .containsExactly("WARNING: CPU: 0 PID: 1 at a.c:1 f+0x1/0x2", "f+0x1/0x2");
        assertThat(finding.timeline().getLast().left()).isEqualTo(60);
        assertThat(finding.timeline().getLast().width()).isEqualTo(40);
        assertThat(finding.timeline().getLast().isHung()).isTrue();
    }

    @Test
    void whatIsToBlameIsSaid() {
        CampaignResult result = result();
        Found found = result.found().getFirst();
        assertThat(CampaignText.finding(result, found)).doesNotContain("comes with");
        found.blamed(Set.of("chip watch", "chip read"));
        assertThat(CampaignText.finding(result, found)).contains("\n  comes with   chip read or chip watch\n");
    }

    @Test
    void whatWasSeenOnceAndNotRepeatedIsNoVerdict() {
        assertThat(CampaignSummary.of(result()).rules())
                .filteredOn(line -> line.rule().equals("R36"))
                .extracting(CampaignSummary.RuleLine::verdict)
                .containsExactly("inconclusive");
    }

    @Test
    void aDamagedSummaryIsNamed() throws IOException {
        assertThat(CampaignSummary.in(folder)).isEqualTo(Optional.empty());
        Files.writeString(folder.resolve(CampaignSummary.FILE), "{");
        assertThatThrownBy(() -> CampaignSummary.in(folder)).hasMessageContaining("damaged");
    }
}

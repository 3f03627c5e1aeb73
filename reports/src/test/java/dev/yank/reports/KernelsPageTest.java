package dev.yank.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of stock kernels.
final class KernelsPageTest {

    private static final String CAMPAIGN = """
        {"guest": "GUEST", "release": "6.1.0", "subject": "pl061", "policy": "P1=ENODEV", "bootOptions": "quiet",
         "end": "in time", "operations": 1234, "removals": 5, "overlaps": 6, "cpuSeconds": 7.5,
         "rules": [{"rule": "R29", "verdict": "VERDICT", "witnesses": 9, "expected": "violates"}],
         "findings": [{"rule": "R29", "signature": "R29 unbind waits", "sentence": "It <hangs>.",
           "reliability": "5 of 5", "times": 2, COMES "file": "r29", "log": [{"text": "BUG: x", "isDecisive": true}],
           "timeline": [{"process": 1, "operation": "chip read", "answer": "EINTR", "isHung": true,
             "left": 12.5, "width": 50.0, "time": "1 to 2 µs"}]}]}
        """;

    @TempDir
    private Path folder;

    private void campaign(String guest, String verdict, String comes) throws IOException {
        Path campaign = Files.createDirectories(folder.resolve("linux").resolve(guest + "-pl061"));
        Files.writeString(
                campaign.resolve("campaign.json"),
                CAMPAIGN.replace("GUEST", guest).replace("VERDICT", verdict).replace("COMES", comes));
        Files.writeString(campaign.resolve("r29.c"), "int main(void);");
        Files.writeString(campaign.resolve("r29.txt"), "  replay       ./yank replay l1.token\n");
    }

    @Test
    void aRuleHasAVerdictForEachKernelAndABugIsShownOnce() throws IOException {
        campaign("arm64-6.1", "violates", "\"comesWith\": [\"chip read\", \"line read\"],");
        campaign("arm64-7.2", "conforms", ""); // written by an older Yank
        Path page = folder.resolve("kernels.html");
        assertThat(KernelsPage.write(folder.resolve("linux"), page)).isTrue();
        String html = Files.readString(page);
        assertThat(html)
                .contains("class=\"bad\">violates</span>")
                .contains("class=\"good\">conforms</span>")
                .contains("1,234 operations judged, 5 removals, 6 overlaps")
                .contains("It &lt;hangs&gt;.")
                .containsOnlyOnce("seen 2 times; comes with chip read or line read.")
                .contains("<b class=\"bad\">BUG: x</b>")
                .contains("margin-left:12.5%;width:50%")
                .contains("int main(void);")
                .contains("./yank replay l1.token");
        assertThat(html.split("<h3>", -1)).hasSize(2);
    }

    @Test
    void withoutCampaignsThereIsNoPage() throws IOException {
        Path page = folder.resolve("kernels.html");
        assertThat(KernelsPage.write(folder.resolve("linux"), page)).isFalse();
        assertThat(page).doesNotExist();
    }
}

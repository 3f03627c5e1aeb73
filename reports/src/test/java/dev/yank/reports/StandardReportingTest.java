package dev.yank.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.harness.run.Reporting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardReportingTest {

    @TempDir
    Path folder;

    @Test
    void theHarnessFindsIt() {
        assertThat(ServiceLoader.load(Reporting.class)).singleElement().isInstanceOf(StandardReporting.class);
    }

    @Test
    void whatItWritesIsWhatItMakesThePageOf() throws IOException {
        var reporting = new StandardReporting(folder.resolve("no tests"));
        reporting.write(Runs.mixed(), folder);
        assertThat(reporting.html(folder).page()).isRegularFile().isEqualTo(folder.resolve("index.html"));
    }

    @Test
    void thereIsNoPageBeforeThereAreResults() {
        assertThatThrownBy(() -> new StandardReporting().html(folder)).hasMessageContaining("run ./yank stress first");
    }

    @Test
    void theBuildHasNothingToReportWhereNoTestRan() {
        String none = folder.resolve("none").toString();
        assertThat(BuildReport.run(List.of(none, folder.toString(), none))).isZero();
    }

    @Test
    void theBuildMustNameThreeFolders() {
        assertThat(BuildReport.run(List.of("one"))).isEqualTo(64);
    }
}

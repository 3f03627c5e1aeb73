package dev.yank.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.core.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every step is looked up and none is carried out: words without a meaning are found in a second, all at
/// once.
final class DryRunTest {

    private static final int FOUND_SOMETHING = 1;

    @TempDir
    private Path folder;

    @Test
    void everyStepOfEveryFeatureFileHasExactlyOneMeaning() throws IOException {
        assertThat(dryRun("classpath:features")).as(report()).isZero();
    }

    @Test
    void aStepWithoutMeaningIsCaught() throws IOException {
        Path feature = Files.writeString(folder.resolve("wrong.feature"), """
            Feature: wrong
              @R1
              Rule: wrong
                Example: wrong
                  Given the "canary" driver
                  When the moon is full
            """);
        assertThat(dryRun(feature.toString())).isEqualTo((byte) FOUND_SOMETHING);
        assertThat(report()).contains("the moon is full");
    }

    private byte dryRun(String features) {
        return Main.run(
                new String[] {
                    "--dry-run",
                    "--monochrome",
                    "--no-summary",
                    "--glue",
                    "dev.yank.features",
                    "--object-factory",
                    OneWorld.class.getName(),
                    "--plugin",
                    "pretty:" + folder.resolve("said.txt"),
                    features
                },
                Thread.currentThread().getContextClassLoader());
    }

    private String report() throws IOException {
        Path said = folder.resolve("said.txt");
        return Files.exists(said) ? Files.readString(said) : "";
    }
}

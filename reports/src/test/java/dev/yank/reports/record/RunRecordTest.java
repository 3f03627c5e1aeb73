package dev.yank.reports.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yank.reports.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        RunRecord record = RunRecord.of(Runs.mixed());
        Files.writeString(folder.resolve(RunRecord.FILE), record.json());
        assertThat(RunRecord.in(folder)).contains(record);
        assertThat(record.seed()).isEqualTo(42);
        DriverRecord hopeful = record.driver("pl061-hopeful").orElseThrow();
        assertThat(hopeful.rule()).isEqualTo("R22");
        assertThat(hopeful.isExpected()).isFalse();
        assertThat(hopeful.strategy()).isEqualTo("pct(depth=2)");
        assertThat(hopeful.size()).isEqualTo("4 operations and 1 switch");
        assertThat(record.driver("pl061-lucky").orElseThrow().breaks()).isEqualTo("R24");
    }

    @Test
    void withoutARunThereIsNoRecord() throws IOException {
        assertThat(RunRecord.in(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"seed\": 1}", "{\"seed\": 1, \"isComplete\": true, \"drivers\": [{}]}"})
    void aDamagedRecordIsNamed(String damaged) throws IOException {
        Files.writeString(folder.resolve(RunRecord.FILE), damaged);
        assertThatThrownBy(() -> RunRecord.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve(RunRecord.FILE) + " is damaged; run ./yank stress again.");
    }
}

package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChecksumsTest {

    @TempDir
    private Path folder;

    @Test
    void aFileIsHeldUntilItChanges() throws IOException {
        Files.writeString(folder.resolve("init"), "abc");
        var sums = new Checksums(folder);
        assertThat(sums.holds("init")).isFalse();
        sums.record("init");
        sums.note("init.inputs", "made of this");
        assertThat(Files.readString(folder.resolve("SHA256SUMS")))
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  init\n");

        var again = new Checksums(folder);
        assertThat(again.holds("init")).isTrue();
        assertThat(again.noted("init.inputs")).isEqualTo("made of this");
        Files.writeString(folder.resolve("init"), "abd");
        assertThat(again.holds("init")).isFalse();
    }
}

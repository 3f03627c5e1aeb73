package dev.yank.harness.linux.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CpioTest {

    @Test
    void anArchiveHasAHeaderANameAndAContentForEachEntryAllAligned() {
        byte[] archive = new Cpio()
                .folder("dev")
                .device("dev/console", 5, 1)
                .file("init", "abcde".getBytes(StandardCharsets.US_ASCII))
                .bytes();
        String text = new String(archive, StandardCharsets.US_ASCII);
        assertThat(text)
                .startsWith("070701" + "00000001" + "000041ED")
                .contains("00000005" + "00000001" + "0000000C" + "00000000" + "dev/console\0")
                .contains(
                        "00000005" + "00000000".repeat(4) + "00000005" + "00000000" + "init\0\0abcde\0\0\0" + "070701")
                .contains("TRAILER!!!");
        assertThat(archive.length % 4).isZero();
        assertThat(text.indexOf("070701", 6) % 4).isZero();
    }
}

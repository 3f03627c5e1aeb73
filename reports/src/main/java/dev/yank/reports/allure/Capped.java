package dev.yank.reports.allure;

import com.google.errorprone.annotations.Var;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Keeps artefacts from growing without bound.
final class Capped {

    /// The size of the largest artefact: 2 MiB.
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int ROOM_FOR_THE_SENTENCE = 200;

    private Capped() {}

    /// The text as UTF-8; where that is too large, its first lines and a sentence that says what was left
    /// out.
    static byte[] bytes(String text) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        if (all.length <= MOST_BYTES) {
            return all;
        }
        int end = endOfLine(all, MOST_BYTES - ROOM_FOR_THE_SENTENCE);
        String kept = new String(all, 0, end, StandardCharsets.UTF_8);
        String sentence = String.format(
                Locale.ROOT,
                "Left out here: the last %,d of %,d bytes, because a file may have 2 MiB.",
                all.length - end,
                all.length);
        return (kept + sentence + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Behind the last line feed before `limit`; where there is none, at the beginning of a character.
    private static int endOfLine(byte[] bytes, int limit) {
        for (@Var int end = limit; end > 0; end--) {
            if (bytes[end - 1] == '\n') {
                return end;
            }
        }
        @Var int end = limit;
        while ((bytes[end] & 0xc0) == 0x80) {
            end--;
        }
        return end;
    }
}

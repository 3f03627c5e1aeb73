package dev.yank.harness.run;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Bits as letters, six bits a letter, and the checks that say whether letters are as they were written.
final class Letters {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int BITS = 6;

    private Letters() {}

    /// What was written so far, with zeros up to a whole letter.
    static String of(BitWriter out) {
        byte[] bytes = out.toByteArray();
        var in = new BitReader(bytes);
        var letters = new StringBuilder();
        for (int bit = 0; bit < out.size(); bit += BITS) {
            letters.append(ALPHABET.charAt(in.bitsOrZeros(BITS)));
        }
        return letters.toString();
    }

    /// The bits behind letters.
    static BitReader read(String letters) {
        var out = new BitWriter();
        for (int i = 0; i < letters.length(); i++) {
            out.bits(ALPHABET.indexOf(letters.charAt(i)), BITS);
        }
        return new BitReader(out.toByteArray());
    }

    /// So many letters that depend on all of `text`.
    static String check(String text, int letters) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        var out = new BitWriter();
        out.bits((int) crc.getValue(), BITS * letters);
        return of(out);
    }
}

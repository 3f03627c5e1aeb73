package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Packs numbers into bits, the first into the highest.
final class BitWriter {

    @Var
    private byte[] bytes = new byte[64];

    @Var
    private int position;

    /// Writes the lowest `count` bits of `value`.
    void bits(int value, int count) {
        for (int bit = count - 1; bit >= 0; bit--) {
            if (position >> 3 == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * bytes.length);
            }
            if ((value >>> bit & 1) != 0) {
                bytes[position >> 3] |= (byte) (0x80 >>> (position & 7));
            }
            position++;
        }
    }

    /// Writes a number that is usually small: groups of three bits, each after a bit that says whether
    /// another follows.
    void number(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("Only numbers from 0 can be packed, but got " + value + ".");
        }
        @Var int rest = value;
        while (rest > 7) {
            bits(1, 1);
            bits(rest & 7, 3);
            rest = (rest >>> 3) - 1;
        }
        bits(0, 1);
        bits(rest, 3);
    }

    /// How many bits were written.
    int size() {
        return position;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, (position + 7) >> 3);
    }
}

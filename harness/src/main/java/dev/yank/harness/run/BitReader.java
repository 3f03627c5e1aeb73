package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;

/// Reads what [BitWriter] wrote.
final class BitReader {

    private final byte[] bytes;

    @Var
    private int position;

    BitReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The next `count` bits.
    ///
    /// @throws IllegalArgumentException at the end
    int bits(int count) {
        @Var int value = 0;
        for (int i = 0; i < count; i++) {
            if (position >> 3 >= bytes.length) {
                throw new IllegalArgumentException("it ends too early");
            }
            value = value << 1 | (bytes[position >> 3] >>> (7 - (position & 7)) & 1);
            position++;
        }
        return value;
    }

    /// The next `count` bits, as if zeros followed the end.
    int bitsOrZeros(int count) {
        int left = Math.min(count, 8 * bytes.length - position);
        return bits(left) << (count - left);
    }

    /// The next number.
    ///
    /// @throws IllegalArgumentException at the end, or where the number is too large
    int number() {
        @Var long value = 0;
        @Var int shift = 0;
        @Var long offset = 0;
        while (bits(1) != 0) {
            value |= (long) bits(3) << shift;
            shift += 3;
            offset += 1L << shift;
            if (shift > 30) {
                throw new IllegalArgumentException("it holds a number that is too large");
            }
        }
        value |= (long) bits(3) << shift;
        long result = value + offset;
        if (result > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("it holds a number that is too large");
        }
        return (int) result;
    }
}

package dev.yank.harness.coverage;

import com.google.errorprone.annotations.Var;

/// How many distinct numbers there were, and how many of them with each of 64 bits: exact up to [#CAPACITY], then
/// from an even sample of them.
///
/// Once there are too many, only those that end in a zero bit are kept and each stands for two; then those that end
/// in two zero bits, and so on. What is kept depends on the numbers alone and not on their order.
///
/// Source: P. Flajolet, "On Adaptive Sampling", Computing 43, 1990, after M. Wegman.
public final class Distinct {

    /// How many numbers are kept. An estimate is off by about 1 / sqrt(half of it), which is 0.3 %.
    public static final int CAPACITY = 1 << 18;

    private final int capacity;

    @Var
    private KeyTable table = new KeyTable(1024);

    @Var
    private int level;

    @Var
    private long[] counts = new long[Long.SIZE];

    Distinct(int capacity) {
        this.capacity = capacity;
    }

    /// Adds a number with some bits.
    ///
    /// @return whether it was seen to be new
    boolean add(long key, long bits) {
        if ((key & (1L << level) - 1) != 0) {
            return false;
        }
        int before = table.size();
        int index = table.indexOf(key);
        count(table.addBits(index, bits));
        boolean fresh = table.size() > before;
        if (table.size() > capacity) {
            thin();
        }
        return fresh;
    }

    private void count(long bits) {
        for (@Var long rest = bits; rest != 0; rest &= rest - 1) {
            counts[Long.numberOfTrailingZeros(rest)]++;
        }
    }

    private void thin() {
        level++;
        KeyTable all = table;
        table = new KeyTable(capacity);
        counts = new long[Long.SIZE];
        for (int index = 0; index < all.size(); index++) {
            add(all.key(index), all.bits(index));
        }
    }

    /// How many there were.
    long count() {
        return (long) table.size() << level;
    }

    /// How many there were with that bit.
    long count(int bit) {
        return counts[bit] << level;
    }
}

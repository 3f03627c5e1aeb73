package dev.yank.harness.coverage;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Numbers that are spread evenly, such as fingerprints, each with a set of bits; in the order in which they
/// came.
final class KeyTable {

    @Var
    private long[] keys;

    @Var
    private long[] bits;

    /// Index + 1 of the key that hashes here; 0 where there is none.
    @Var
    private int[] slots;

    @Var
    private int size;

    /// @param expected how many keys there will be, roughly
    KeyTable(int expected) {
        int capacity = Math.max(8, Integer.highestOneBit(2 * expected - 1));
        this.keys = new long[capacity];
        this.bits = new long[capacity];
        this.slots = new int[2 * capacity];
    }

    int size() {
        return size;
    }

    long key(int index) {
        return keys[index];
    }

    long bits(int index) {
        return bits[index];
    }

    /// The index of `key`; one that was not there gets the next index, which is the [#size] so far.
    int indexOf(long key) {
        int mask = slots.length - 1;
        @Var int slot = (int) (key ^ key >>> 32) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (keys[index] == key) {
                return index;
            }
            slot = slot + 1 & mask;
        }
        if (size == keys.length) {
            grow();
            return indexOf(key);
        }
        keys[size] = key;
        bits[size] = 0;
        slots[slot] = ++size;
        return size - 1;
    }

    /// Adds bits to those of a key.
    ///
    /// @return the bits that it did not have
    long addBits(int index, long more) {
        long fresh = more & ~bits[index];
        bits[index] |= more;
        return fresh;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        bits = Arrays.copyOf(bits, 2 * size);
        slots = new int[4 * size];
        int mask = slots.length - 1;
        for (int index = 0; index < size; index++) {
            @Var int slot = (int) (keys[index] ^ keys[index] >>> 32) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = index + 1;
        }
    }
}

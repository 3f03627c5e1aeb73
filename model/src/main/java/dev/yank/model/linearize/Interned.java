package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Things as small numbers: equal ones have the same number, in the order in which they were first met.
///
/// @param <T> values with `equals` and `hashCode`
final class Interned<T> {

    private static final int FIRST_CAPACITY = 8;

    /// About what a state or an operation takes that nobody else holds; a guess, for limits.
    private static final long BYTES_EACH = 100;

    private final List<T> things = new ArrayList<>();

    @Var
    private int[] hashes = new int[FIRST_CAPACITY];

    /// Open addressing: a number plus one, found by the hash of what it stands for; 0 is free.
    @Var
    private int[] table = new int[2 * FIRST_CAPACITY];

    int size() {
        return things.size();
    }

    T get(int number) {
        return things.get(number);
    }

    /// The number of a thing, a new one if it was not met before.
    int number(T thing) {
        int hash = spread(thing.hashCode());
        int mask = table.length - 1;
        @Var int slot = hash & mask;
        for (@Var int there = table[slot]; there != 0; there = table[slot]) {
            if (hashes[there - 1] == hash && things.get(there - 1).equals(thing)) {
                return there - 1;
            }
            slot = (slot + 1) & mask;
        }
        int fresh = things.size();
        things.add(thing);
        if (fresh == hashes.length) {
            grow();
            slot = free(hash);
        }
        hashes[fresh] = hash;
        table[slot] = fresh + 1;
        return fresh;
    }

    private int free(int hash) {
        int mask = table.length - 1;
        @Var int slot = hash & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        int known = hashes.length;
        hashes = Arrays.copyOf(hashes, Math.multiplyExact(known, 2));
        table = new int[Math.multiplyExact(known, 4)];
        for (int i = 0; i < known; i++) {
            table[free(hashes[i])] = i + 1;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    /// How much memory the numbers and, roughly, the things take, in bytes.
    long bytes() {
        return BYTES_EACH * things.size() + (long) Integer.BYTES * (hashes.length + table.length);
    }
}

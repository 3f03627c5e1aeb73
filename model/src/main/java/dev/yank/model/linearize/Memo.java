package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The configurations that a search of Wing, Gong and Lowe has visited, each as a few words: the number of the state,
/// the number of the set of lost operations that were placed, and of the others, in the order of their invocations, the
/// words of the bit set that are neither full at its beginning nor empty at its end.
///
/// A long history costs no more for each than a short one, as long as what is open at once is little.
final class Memo {

    private static final int FIRST_CAPACITY = 16;
    private static final int HEADER = 2;

    /// The keys, one after another.
    @Var
    private long[] keys = new long[4 * FIRST_CAPACITY];

    @Var
    private int used;

    /// Where each key begins.
    @Var
    private int[] starts = new int[FIRST_CAPACITY + 1];

    @Var
    private int[] hashes = new int[FIRST_CAPACITY];

    @Var
    private int size;

    /// Open addressing: the number of a key plus one; 0 is free.
    @Var
    private int[] table = new int[2 * FIRST_CAPACITY];

    int size() {
        return size;
    }

    /// Remembers a configuration, and says whether it is new.
    ///
    /// @param placed the bit set of the operations that complete
    /// @param low the first word that is not full
    /// @param high the last word that is not empty, or less than `low`
    boolean add(int state, int lost, long[] placed, int low, int high) {
        int words = Math.max(0, high - low + 1);
        if (used + HEADER + words > keys.length) {
            keys = Arrays.copyOf(keys, Math.multiplyExact(2, keys.length) + words);
        }
        // Written where it would stay; if it is known, the next one is written over it.
        keys[used] = ((long) state << Integer.SIZE) | lost;
        keys[used + 1] = ((long) low << Integer.SIZE) | words;
        System.arraycopy(placed, low, keys, used + HEADER, words);
        int end = used + HEADER + words;
        int hash = hash(end);
        int mask = table.length - 1;
        @Var int slot = hash & mask;
        for (@Var int there = table[slot]; there != 0; there = table[slot]) {
            if (hashes[there - 1] == hash && Arrays.equals(keys, starts[there - 1], starts[there], keys, used, end)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        hashes[size] = hash;
        table[slot] = ++size;
        used = end;
        starts[size] = end;
        if (size == hashes.length) {
            grow();
        }
        return true;
    }

    private int hash(int end) {
        @Var long hash = 0;
        for (int i = used; i < end; i++) {
            hash = (hash ^ keys[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> Integer.SIZE;
        }
        return (int) hash;
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        hashes = Arrays.copyOf(hashes, capacity);
        starts = Arrays.copyOf(starts, capacity + 1);
        table = new int[Math.multiplyExact(capacity, 2)];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            @Var int slot = hashes[i] & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = i + 1;
        }
    }

    /// How much memory the keys take, and would take for a moment while they grow, in bytes.
    long bytes() {
        return 3L * Long.BYTES * keys.length + 12L * Integer.BYTES * hashes.length;
    }
}

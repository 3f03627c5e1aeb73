package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The configurations visited so far: which operations were placed, and the state they left.
///
/// An open-addressing hash table whose placed operations lie in one array of words, so that visiting a
/// configuration allocates nothing until the table grows.
final class Configurations {

    private static final int FIRST_CAPACITY = 64;

    private final int words;

    @Var
    private int size;

    @Var
    private int[] hashes = new int[FIRST_CAPACITY];

    @Var
    private @Nullable Object[] states = new @Nullable Object[FIRST_CAPACITY];

    @Var
    private long[] placed;

    /// @param words how many words of 64 bits hold the placed operations
    Configurations(int words) {
        this.words = words;
        this.placed = new long[FIRST_CAPACITY * words];
    }

    int size() {
        return size;
    }

    /// Remembers a configuration, and says whether it is new.
    boolean add(long[] placedNow, Object state) {
        @Var int hash = state.hashCode();
        for (int i = 0; i < words; i++) {
            hash = 31 * hash + Long.hashCode(placedNow[i] * 0x9E3779B97F4A7C15L);
        }
        hash ^= hash >>> 15;
        int mask = states.length - 1;
        @Var int slot = hash & mask;
        for (@Var Object there = states[slot]; there != null; there = states[slot]) {
            if (hashes[slot] == hash && samePlaced(slot, placedNow) && there.equals(state)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        states[slot] = state;
        System.arraycopy(placedNow, 0, placed, slot * words, words);
        size++;
        if (2 * size > states.length) {
            grow();
        }
        return true;
    }

    /// How much memory the table takes, and would take for a moment while it grows, in bytes; without the states.
    long bytes() {
        return 3L * states.length * (2L * Integer.BYTES + (long) words * Long.BYTES);
    }

    private boolean samePlaced(int slot, long[] placedNow) {
        int start = slot * words;
        return Arrays.equals(placed, start, start + words, placedNow, 0, words);
    }

    private void grow() {
        int capacity = Math.multiplyExact(states.length, 2);
        int mask = capacity - 1;
        int[] newHashes = new int[capacity];
        @Nullable Object[] newStates = new @Nullable Object[capacity];
        long[] newPlaced = new long[Math.multiplyExact(capacity, words)];
        for (int old = 0; old < states.length; old++) {
            if (states[old] == null) {
                continue;
            }
            @Var int slot = hashes[old] & mask;
            while (newStates[slot] != null) {
                slot = (slot + 1) & mask;
            }
            newHashes[slot] = hashes[old];
            newStates[slot] = states[old];
            System.arraycopy(placed, old * words, newPlaced, slot * words, words);
        }
        hashes = newHashes;
        states = newStates;
        placed = newPlaced;
    }
}

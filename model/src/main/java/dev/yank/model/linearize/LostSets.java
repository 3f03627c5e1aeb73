package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Sets of lost operations that were placed, as small numbers: 0 is the empty set.
///
/// A lost operation stays open until the end, so a long history may have many; numbers keep configurations
/// short.
final class LostSets {

    private static final int FIRST_CAPACITY = 16;

    private final int words;

    /// The members, `words` words for each set.
    @Var
    private long[] members;

    /// How many members each set has.
    @Var
    private int[] sizes = new int[FIRST_CAPACITY];

    @Var
    private int count = 1;

    /// Open addressing: the number of a set, found by its members; 0 is free.
    @Var
    private int[] byMembers = new int[2 * FIRST_CAPACITY];

    private final long[] scratch;

    /// @param operations how many lost operations there are
    LostSets(int operations) {
        this.words = Math.max(1, (operations + Long.SIZE - 1) / Long.SIZE);
        this.members = new long[FIRST_CAPACITY * words];
        this.scratch = new long[words];
    }

    boolean contains(int set, int operation) {
        return (members[set * words + operation / Long.SIZE] & (1L << operation)) != 0;
    }

    int sizeOf(int set) {
        return sizes[set];
    }

    /// Whether all members of one set are in the other.
    boolean isWithin(int set, int other) {
        if (set == other || set == 0) {
            return true;
        }
        if (sizes[set] >= sizes[other]) {
            return false;
        }
        int a = set * words;
        int b = other * words;
        for (int i = 0; i < words; i++) {
            if ((members[a + i] & ~members[b + i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /// The set with one more member.
    int with(int set, int operation) {
        System.arraycopy(members, set * words, scratch, 0, words);
        scratch[operation / Long.SIZE] |= 1L << operation;
        int mask = byMembers.length - 1;
        @Var int slot = hash(scratch, 0) & mask;
        for (@Var int there = byMembers[slot]; there != 0; there = byMembers[slot]) {
            if (Arrays.equals(members, there * words, (there + 1) * words, scratch, 0, words)) {
                return there;
            }
            slot = (slot + 1) & mask;
        }
        int fresh = count++;
        if (fresh == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * fresh);
            members = Arrays.copyOf(members, Math.multiplyExact(2 * fresh, words));
        }
        System.arraycopy(scratch, 0, members, fresh * words, words);
        sizes[fresh] = sizes[set] + 1;
        byMembers[slot] = fresh;
        if (2 * count > byMembers.length) {
            grow();
        }
        return fresh;
    }

    private void grow() {
        int[] grown = new int[Math.multiplyExact(byMembers.length, 2)];
        int mask = grown.length - 1;
        for (int set = 1; set < count; set++) {
            @Var int slot = hash(members, set * words) & mask;
            while (grown[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            grown[slot] = set;
        }
        byMembers = grown;
    }

    private int hash(long[] from, int start) {
        @Var long hash = 0;
        for (int i = 0; i < words; i++) {
            hash = (hash ^ from[start + i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> Integer.SIZE;
        }
        return (int) hash;
    }

    /// How much memory the sets take, in bytes.
    long bytes() {
        return (long) Long.BYTES * members.length + 3L * Integer.BYTES * sizes.length;
    }
}

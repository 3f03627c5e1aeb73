package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The configurations that were visited, each with a number: how many completions are behind it, the state,
/// which operations in flight and which lost ones were placed, and how it was reached.
///
/// Among configurations with the same state after the same completions, one that placed the same operations that
/// change something, fewer lost ones and more observations can do all that the other can: the other is dominated,
/// and is not added.
final class Visited {

    /// The configuration is dominated.
    static final int DOMINATED = -1;

    private static final int FIRST_CAPACITY = 64;

    private final int words;
    private final LostSets lostSets;

    @Var
    private int size;

    @Var
    private int[] positions = new int[FIRST_CAPACITY];

    @Var
    private int[] states = new int[FIRST_CAPACITY];

    @Var
    private int[] lost = new int[FIRST_CAPACITY];

    @Var
    private int[] nodes = new int[FIRST_CAPACITY];

    /// The slots whose operations were placed: those that change something, and those that only observe.
    @Var
    private long[] placed;

    @Var
    private long[] observed;

    /// The configuration before, in the chain of those whose hashes lead to the same slot, plus one.
    @Var
    private int[] before = new int[FIRST_CAPACITY];

    @Var
    private int[] hashes = new int[FIRST_CAPACITY];

    /// The last configuration of each chain, plus one.
    @Var
    private int[] heads = new int[2 * FIRST_CAPACITY];

    /// How many configurations were compared with one to be added.
    @Var
    private long comparisons;

    Visited(int words, LostSets lostSets) {
        this.words = words;
        this.lostSets = lostSets;
        this.placed = new long[FIRST_CAPACITY * words];
        this.observed = new long[FIRST_CAPACITY * words];
    }

    int size() {
        return size;
    }

    long comparisons() {
        return comparisons;
    }

    int state(int configuration) {
        return states[configuration];
    }

    int lost(int configuration) {
        return lost[configuration];
    }

    /// How it was reached, for [Paths].
    int node(int configuration) {
        return nodes[configuration];
    }

    long placed(int configuration, int word) {
        int at = configuration * words + word;
        return placed[at] | observed[at];
    }

    boolean isPlaced(int configuration, int slot) {
        return (placed(configuration, slot / Long.SIZE) & (1L << slot)) != 0;
    }

    /// Notes another observation in a configuration; that leaves its place in the table as it is.
    void observe(int configuration, int slot) {
        observed[configuration * words + slot / Long.SIZE] |= 1L << slot;
    }

    void setNode(int configuration, int node) {
        nodes[configuration] = node;
    }

    /// Copies the placed operations of a configuration.
    ///
    /// @param changing takes those that change something
    /// @param observing takes those that only observe
    void copy(int configuration, long[] changing, long[] observing) {
        System.arraycopy(placed, configuration * words, changing, 0, words);
        System.arraycopy(observed, configuration * words, observing, 0, words);
    }

    /// Adds a configuration and gives its number, or [#DOMINATED].
    int add(int position, int state, long[] placedNow, long[] observedNow, int lostNow) {
        int hash = hash(position, state, placedNow);
        int slot = hash & (heads.length - 1);
        for (@Var int there = heads[slot] - 1; there >= 0; there = before[there] - 1) {
            comparisons++;
            if (hashes[there] == hash
                    && states[there] == state
                    && positions[there] == position
                    && covers(there, placedNow, observedNow)
                    && lostSets.isWithin(lost[there], lostNow)) {
                return DOMINATED;
            }
        }
        int fresh = size;
        if (fresh == states.length) {
            grow();
        }
        positions[fresh] = position;
        states[fresh] = state;
        lost[fresh] = lostNow;
        System.arraycopy(placedNow, 0, placed, fresh * words, words);
        System.arraycopy(observedNow, 0, observed, fresh * words, words);
        hashes[fresh] = hash;
        int head = hash & (heads.length - 1);
        before[fresh] = heads[head];
        heads[head] = fresh + 1;
        size++;
        return fresh;
    }

    private boolean covers(int there, long[] placedNow, long[] observedNow) {
        int start = there * words;
        for (int i = 0; i < words; i++) {
            if (placed[start + i] != placedNow[i] || (observedNow[i] & ~observed[start + i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Forgets all but a few configurations, which are numbered from 0 then and can be found no more.
    void keepOnly(int[] kept, int count) {
        for (int i = 0; i < size; i++) {
            heads[hashes[i] & (heads.length - 1)] = 0;
        }
        for (int i = 0; i < count; i++) {
            // They were added in this order, so nothing is overwritten that is still needed.
            int from = kept[i];
            positions[i] = positions[from];
            states[i] = states[from];
            lost[i] = lost[from];
            nodes[i] = nodes[from];
            hashes[i] = hashes[from];
            System.arraycopy(placed, from * words, placed, i * words, words);
            System.arraycopy(observed, from * words, observed, i * words, words);
        }
        size = count;
        for (int i = 0; i < count; i++) {
            int head = hashes[i] & (heads.length - 1);
            before[i] = heads[head];
            heads[head] = i + 1;
        }
    }

    private void grow() {
        int capacity = Math.multiplyExact(size, 2);
        positions = Arrays.copyOf(positions, capacity);
        states = Arrays.copyOf(states, capacity);
        lost = Arrays.copyOf(lost, capacity);
        nodes = Arrays.copyOf(nodes, capacity);
        placed = Arrays.copyOf(placed, Math.multiplyExact(capacity, words));
        observed = Arrays.copyOf(observed, placed.length);
        before = Arrays.copyOf(before, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        heads = new int[Math.multiplyExact(capacity, 2)];
        for (int i = 0; i < size; i++) {
            int head = hashes[i] & (heads.length - 1);
            before[i] = heads[head];
            heads[head] = i + 1;
        }
    }

    private int hash(int position, int state, long[] placedNow) {
        @Var long hash = ((long) position << Integer.SIZE) | state;
        for (int i = 0; i < words; i++) {
            hash = (hash * 0x9E3779B97F4A7C15L) ^ (hash >>> Integer.SIZE) ^ placedNow[i];
        }
        hash *= 0xD6E8FEB86659FD93L;
        return (int) (hash >>> Integer.SIZE);
    }

    /// How much memory the table takes, and would take for a moment while it grows, in bytes.
    long bytes() {
        return 3L * states.length * (8L * Integer.BYTES + 2L * words * Long.BYTES);
    }
}

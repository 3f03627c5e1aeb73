package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;

/// Which operations are placed, in a form that [Memo] can remember in few words.
final class PlacedOperations {

    private final Course course;

    /// The place of each operation that completes, in the order of the invocations; of a lost one, its lost number.
    private final int[] places;

    /// The operations that complete, one bit each.
    private final long[] bits;

    /// The first word that is not full, and the last that is not empty.
    @Var
    private int low;

    @Var
    private int high = -1;

    /// The lost operations that are placed: the set before each, and the set now.
    private final LostSets lostSets;

    private final int[] lostBefore;

    @Var
    private int lostCount;

    @Var
    private int lost;

    PlacedOperations(Course course) {
        this.course = course;
        this.places = new int[course.kinds.length];
        @Var int completing = 0;
        @Var int lostNumber = 0;
        for (int event : course.events) {
            if (event >= 0) {
                places[event] = course.slots[event] == Course.NONE ? lostNumber++ : completing++;
            }
        }
        this.bits = new long[completing / Long.SIZE + 1];
        this.lostSets = new LostSets(course.lost.length);
        this.lostBefore = new int[course.lost.length];
    }

    boolean completes(int operation) {
        return course.slots[operation] != Course.NONE;
    }

    /// Whether no earlier lost operation that asks the same could be placed as well.
    boolean isNextOfEquals(int operation) {
        if (completes(operation)) {
            return true;
        }
        int earlier = course.earlierEqual[places[operation]];
        return earlier == Course.NONE || lostSets.contains(lost, earlier);
    }

    void add(int operation) {
        int place = places[operation];
        if (!completes(operation)) {
            lostBefore[lostCount++] = lost;
            lost = lostSets.with(lost, place);
            return;
        }
        int word = place / Long.SIZE;
        bits[word] |= 1L << place;
        high = Math.max(high, word);
        while (bits[low] == -1L) {
            low++;
        }
    }

    /// Takes back the operation that was added last.
    void remove(int operation) {
        if (!completes(operation)) {
            lost = lostBefore[--lostCount];
            return;
        }
        int place = places[operation];
        int word = place / Long.SIZE;
        bits[word] &= ~(1L << place);
        low = Math.min(low, word);
        while (high >= 0 && bits[high] == 0) {
            high--;
        }
    }

    /// Whether this was never seen in the state, which then is remembered.
    boolean isNew(int state, Memo memo) {
        return memo.add(state, lost, bits, low, high);
    }

    long bytes() {
        return lostSets.bytes();
    }
}

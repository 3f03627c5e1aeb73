package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// A set of numbers that are spread evenly, such as fingerprints. Grows, and is cleared for reuse.
///
/// An empty slot holds 0, so that number has a place of its own.
public final class LongSet {

    @Var
    private long[] slots = new long[64];

    @Var
    private int size;

    @Var
    private boolean hasZero;

    public void clear() {
        hasZero = false;
        if (size > 0) {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }

    public boolean contains(long number) {
        return number == 0 ? hasZero : slots[slotOf(slots, number)] != 0;
    }

    /// Adds a number.
    ///
    /// @return whether it was not there before
    public boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        int slot = slotOf(slots, number);
        if (slots[slot] != 0) {
            return false;
        }
        slots[slot] = number;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return true;
    }

    /// How many numbers there are.
    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    private void grow() {
        long[] larger = new long[2 * slots.length];
        for (long number : slots) {
            if (number != 0) {
                larger[slotOf(larger, number)] = number;
            }
        }
        slots = larger;
    }

    private static int slotOf(long[] slots, long wanted) {
        int mask = slots.length - 1;
        @Var int slot = (int) (wanted ^ (wanted >>> 32)) & mask;
        while (slots[slot] != 0 && slots[slot] != wanted) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}

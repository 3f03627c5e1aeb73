package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// A set of numbers that are spread evenly, such as fingerprints. Grows, and is cleared for reuse.
///
/// An empty slot holds 0, so that number has a place of its own.
final class LongSet {

    @Var
    private long[] slots = new long[64];

    @Var
    private int size;

    @Var
    private boolean hasZero;

    void clear() {
        hasZero = false;
        if (size > 0) {
            Arrays.fill(slots, 0);
            size = 0;
        }
    }

    boolean contains(long number) {
        return number == 0 ? hasZero : slots[slotOf(slots, number)] != 0;
    }

    void add(long number) {
        if (number == 0) {
            hasZero = true;
            return;
        }
        int slot = slotOf(slots, number);
        if (slots[slot] == 0) {
            slots[slot] = number;
            size++;
            if (2 * size > slots.length) {
                grow();
            }
        }
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

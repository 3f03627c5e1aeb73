package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Every access of an execution in order, with the one before at the same place; the end can be forgotten.
final class AccessLog {

    private static final int NONE = -1;

    /// By access: what it is, in which step, and the one before at its place.
    @Var
    private long[] accesses = new long[1024];

    @Var
    private int[] steps = new int[1024];

    @Var
    private int[] before = new int[1024];

    @Var
    private int size;

    /// The last access at each place, as a table with open addressing. A place stays in it for good.
    @Var
    private long[] places = new long[512];

    @Var
    private int[] last = new int[512];

    @Var
    private int placeCount;

    /// Steps of which it is not known what they do.
    @Var
    private int[] unknown = new int[16];

    @Var
    private int unknownCount;

    @Var
    private int[] candidates = new int[64];

    @Var
    private int candidateCount;

    int size() {
        return size;
    }

    long get(int access) {
        return accesses[access];
    }

    int stepOf(int access) {
        return steps[access];
    }

    /// The access before at the same place; -1 if there is none.
    int before(int access) {
        return before[access];
    }

    void add(long access, int step) {
        if (access == Access.NOTHING) {
            return;
        }
        if (size == accesses.length) {
            accesses = Arrays.copyOf(accesses, 2 * size);
            steps = Arrays.copyOf(steps, 2 * size);
            before = Arrays.copyOf(before, 2 * size);
        }
        accesses[size] = access;
        steps[size] = step;
        if (access == Access.ANYTHING) {
            before[size] = NONE;
            addUnknown(step);
        } else {
            int slot = slot(Access.place(access));
            before[size] = last[slot];
            last[slot] = size;
        }
        size++;
    }

    /// Forgets the accesses from number `count` on.
    void forget(int count) {
        while (size > count) {
            size--;
            if (accesses[size] == Access.ANYTHING) {
                if (unknownCount > 0 && unknown[unknownCount - 1] == steps[size]) {
                    unknownCount--;
                }
            } else {
                last[slot(Access.place(accesses[size]))] = before[size];
            }
        }
    }

    /// Collects the steps that a step conflicts with, as far as none that comes after them hides them, the
    /// last first; [#candidates] holds them.
    ///
    /// @param first the first access of the step, which is the last step
    int conflicts(int step, int first) {
        candidateCount = 0;
        if (isUnknown(step)) {
            for (int earlier = 0; earlier < step; earlier++) {
                candidate(earlier);
            }
        } else {
            for (int i = 0; i < unknownCount; i++) {
                candidate(unknown[i]);
            }
            for (int access = first; access < size; access++) {
                conflictsAtPlace(step, access);
            }
        }
        sortDownwards();
        return candidateCount;
    }

    int[] candidates() {
        return candidates;
    }

    long[] copy(int from, int to) {
        return Arrays.copyOfRange(accesses, from, to);
    }

    /// Whether the last step, whose accesses begin at `first`, conflicts with one that did `others`. A location from
    /// `known` on was
    /// new to the others, and may have another number here.
    boolean conflict(int step, int first, long[] others, int known) {
        if (isUnknown(step)) {
            return true;
        }
        for (long other : others) {
            if (other == Access.ANYTHING) {
                return true;
            }
        }
        for (int i = first; i < size; i++) {
            for (long other : others) {
                if (Access.conflict(accesses[i], other) || mayBeTheSame(accesses[i], other, known)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isUnknown(int step) {
        return unknownCount > 0 && unknown[unknownCount - 1] == step;
    }

    private static boolean mayBeTheSame(long one, long other, int known) {
        return Access.location(one) >= known
                && Access.location(other) >= known
                && Access.part(one) == Access.part(other)
                && Access.modesConflict(one, other);
    }

    private void conflictsAtPlace(int step, int access) {
        for (@Var int other = before[access]; other != NONE; other = before[other]) {
            if (steps[other] != step) {
                if (Access.modesConflict(accesses[access], accesses[other])) {
                    candidate(steps[other]);
                }
                if (Access.isWrite(accesses[other])) {
                    break;
                }
            }
        }
    }

    private void candidate(int step) {
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, 2 * candidateCount);
        }
        candidates[candidateCount++] = step;
    }

    /// They are few, and the same one may be there more than once.
    private void sortDownwards() {
        for (int i = 1; i < candidateCount; i++) {
            int moved = candidates[i];
            @Var int place = i;
            while (place > 0 && candidates[place - 1] < moved) {
                candidates[place] = candidates[place - 1];
                place--;
            }
            candidates[place] = moved;
        }
    }

    private void addUnknown(int step) {
        if (unknownCount > 0 && unknown[unknownCount - 1] == step) {
            return;
        }
        if (unknownCount == unknown.length) {
            unknown = Arrays.copyOf(unknown, 2 * unknownCount);
        }
        unknown[unknownCount++] = step;
    }

    private int slot(long place) {
        int mask = places.length - 1;
        @Var int slot = (int) SplitMix.mix(place) & mask;
        while (places[slot] != 0) {
            if (places[slot] == place) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        if (2 * placeCount >= places.length) {
            growPlaces();
            return slot(place);
        }
        placeCount++;
        places[slot] = place;
        last[slot] = NONE;
        return slot;
    }

    private void growPlaces() {
        long[] oldPlaces = places;
        int[] oldLast = last;
        places = new long[2 * oldPlaces.length];
        last = new int[2 * oldPlaces.length];
        placeCount = 0;
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                last[slot(oldPlaces[i])] = oldLast[i];
            }
        }
    }
}

package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;
import java.util.List;

/// The course of one part of a history: its invocations and completions in real-time order, with small numbers
/// for all that the search compares.
///
/// An operation that completes has a slot from its invocation to its completion; slots are used again, so
/// there are as many as operations were ever in flight at once. A lost operation stays open until the end and
/// has a number of its own instead. Lost operations that only observe are left out: nobody saw what they saw.
final class Course {

    /// Marks an operation without a lost number, and a lost one without an earlier equal.
    static final int NONE = -1;

    /// Operation i is invoked where i stands, and completes where `~i` stands.
    final int[] events;

    /// The kind of each operation, for [Transitions].
    final int[] kinds;

    /// Whether each operation only observes.
    final boolean[] observes;

    /// The slot of each operation that completes.
    final int[] slots;

    /// The place of its completion among the events, for each operation that completes.
    final int[] completions;

    /// The operations that were lost, by their lost number, in the order of their invocations.
    final int[] lost;

    /// The lost number of the latest earlier lost operation of the same kind, by lost number, or [#NONE].
    ///
    /// Equal lost operations can stand in for each other, so only the earliest need be placed first.
    final int[] earlierEqual;

    /// How many slots are used.
    final int slotCount;

    /// How many operations complete.
    final int completed;

    private Course(Builder builder) {
        this.events = builder.events;
        this.kinds = builder.kinds;
        this.observes = builder.observes;
        this.slots = builder.slots;
        this.completions = builder.completions;
        this.lost = Arrays.copyOf(builder.lost, builder.lostCount);
        this.earlierEqual = builder.earlierEqual;
        this.slotCount = builder.slotCount;
        this.completed = builder.completed;
    }

    /// The place of the first completion; -1 if there is none.
    int firstCompletion() {
        for (int at = 0; at < events.length; at++) {
            if (events[at] < 0) {
                return at;
            }
        }
        return NONE;
    }

    /// How many words have a bit for each slot.
    int words() {
        return Math.max(1, (slotCount + Long.SIZE - 1) / Long.SIZE);
    }

    static <S, O, R> Course of(Transitions<S, O, R> transitions, List<Entry<O, R>> entries) {
        return new Course(new Builder(transitions, entries));
    }

    private static final class Builder {

        private final int[] events;
        private final int[] kinds;
        private final boolean[] observes;
        private final int[] slots;
        private final int[] completions;
        private final int[] lost;
        private final int[] earlierEqual;
        /// The slots that are free, one bit each, of those that were used.
        @Var
        private long[] free = new long[1];

        @Var
        private int slotCount;

        @Var
        private int lostCount;

        @Var
        private int completed;

        <S, O, R> Builder(Transitions<S, O, R> transitions, List<Entry<O, R>> entries) {
            int count = entries.size();
            kinds = new int[count];
            observes = new boolean[count];
            slots = new int[count];
            completions = new int[count];
            boolean[] isLost = new boolean[count];
            long[] moments = new long[2 * count];
            @Var int used = 0;
            for (int i = 0; i < count; i++) {
                Entry<O, R> entry = entries.get(i);
                int kind = transitions.kindOf(entry);
                kinds[i] = kind;
                observes[i] = transitions.onlyObserves(kind);
                isLost[i] = entry.response() == null;
                if (isLost[i] && observes[i]) {
                    continue;
                }
                moments[used++] = moment(entry.invoked(), i);
                if (!isLost[i]) {
                    moments[used++] = moment(entry.completed(), count + i);
                }
            }
            sort(moments, used);
            events = new int[used];
            lost = new int[count];
            for (int at = 0; at < used; at++) {
                int node = (int) (moments[at] & Integer.MAX_VALUE);
                events[at] = node < count ? node : ~(node - count);
                accept(at, node < count ? node : node - count, node < count, isLost);
            }
            earlierEqual = earlierEquals(transitions.kinds());
        }

        private void accept(int at, int operation, boolean isInvocation, boolean[] isLost) {
            if (!isInvocation) {
                completions[operation] = at;
                completed++;
                free[slots[operation] / Long.SIZE] |= 1L << slots[operation];
            } else if (isLost[operation]) {
                slots[operation] = NONE;
                lost[lostCount++] = operation;
            } else {
                slots[operation] = lowestFree();
            }
        }

        private int lowestFree() {
            for (int word = 0; word < free.length; word++) {
                if (free[word] != 0) {
                    int slot = word * Long.SIZE + Long.numberOfTrailingZeros(free[word]);
                    free[word] &= free[word] - 1;
                    return slot;
                }
            }
            if (slotCount == free.length * Long.SIZE) {
                free = Arrays.copyOf(free, 2 * free.length);
            }
            return slotCount++;
        }

        private int[] earlierEquals(int kindCount) {
            int[] latest = new int[lostCount == 0 ? 0 : kindCount];
            Arrays.fill(latest, NONE);
            int[] earlier = new int[lostCount];
            for (int i = 0; i < lostCount; i++) {
                int kind = kinds[lost[i]];
                earlier[i] = latest[kind];
                latest[kind] = i;
            }
            return earlier;
        }

        /// Histories come in order, mostly; then there is nothing to do.
        private static void sort(long[] moments, int used) {
            for (int i = 1; i < used; i++) {
                if (moments[i - 1] > moments[i]) {
                    Arrays.sort(moments, 0, used);
                    return;
                }
            }
        }

        /// The time in the high half and the node in the low half. At equal times invocations come first, because
        /// their nodes are lower: the interval of an operation is closed.
        private static long moment(int time, int node) {
            return ((long) time << Integer.SIZE) | node;
        }
    }
}

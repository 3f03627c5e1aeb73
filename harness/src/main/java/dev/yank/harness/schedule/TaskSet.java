package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// A set of tasks that can be changed. The first 64 tasks are bits of one `long`; only a set that holds later
/// ones has more.
public final class TaskSet {

    private static final int WORD = Long.SIZE;
    private static final long[] NONE = {};

    @Var
    private long first;

    /// Tasks from 64 on.
    @Var
    private long[] more = NONE;

    /// An empty set.
    public TaskSet() {}

    /// The set of some tasks.
    public static TaskSet of(int... tasks) {
        var set = new TaskSet();
        for (int task : tasks) {
            set.add(task);
        }
        return set;
    }

    /// Whether `task` is in the set; a negative number is in no set.
    public boolean contains(int task) {
        if (task < WORD) {
            return task >= 0 && (first & (1L << task)) != 0;
        }
        int word = task / WORD - 1;
        return word < more.length && (more[word] & (1L << task)) != 0;
    }

    public void add(int task) {
        if (task < WORD) {
            first |= 1L << task;
            return;
        }
        int word = task / WORD - 1;
        if (word >= more.length) {
            more = Arrays.copyOf(more, word + 1);
        }
        more[word] |= 1L << task;
    }

    public void remove(int task) {
        if (task < WORD) {
            first &= ~(1L << task);
        } else if (task / WORD - 1 < more.length) {
            more[task / WORD - 1] &= ~(1L << task);
        }
    }

    public void addAll(TaskSet others) {
        first |= others.first;
        if (more.length < others.more.length) {
            more = Arrays.copyOf(more, others.more.length);
        }
        for (int word = 0; word < others.more.length; word++) {
            more[word] |= others.more[word];
        }
    }

    public void removeAll(TaskSet others) {
        first &= ~others.first;
        for (int word = 0; word < Math.min(more.length, others.more.length); word++) {
            more[word] &= ~others.more[word];
        }
    }

    public void retainAll(TaskSet others) {
        first &= others.first;
        for (int word = 0; word < more.length; word++) {
            more[word] &= word < others.more.length ? others.more[word] : 0;
        }
    }

    public void clear() {
        first = 0;
        Arrays.fill(more, 0);
    }

    public boolean isEmpty() {
        return first == 0 && (more.length == 0 || lowestOfMore(0) < 0);
    }

    /// Whether there are at least two members.
    public boolean hasSeveral() {
        return (first & (first - 1)) != 0 || (more.length != 0 && size() > 1);
    }

    public int size() {
        @Var int size = Long.bitCount(first);
        for (long word : more) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /// The member with the lowest number; -1 if there is none.
    public int lowest() {
        return first != 0 ? Long.numberOfTrailingZeros(first) : lowestOfMore(0);
    }

    /// The member with the lowest number that is at least `from`; -1 if there is none. So
    /// `for (task = set.next(0); task >= 0; task = set.next(task + 1))` visits all members in order.
    public int next(int from) {
        if (from < WORD) {
            long rest = first & (-1L << from);
            return rest != 0 ? Long.numberOfTrailingZeros(rest) : lowestOfMore(0);
        }
        int word = from / WORD - 1;
        if (word >= more.length) {
            return -1;
        }
        long rest = more[word] & (-1L << from);
        return rest != 0 ? (word + 1) * WORD + Long.numberOfTrailingZeros(rest) : lowestOfMore(word + 1);
    }

    /// Member number `index`, counted from the lowest, of a set that has more than `index` members.
    public int nth(int index) {
        @Var long rest = first;
        @Var int base = 0;
        @Var int left = index;
        for (int word = 0; word < more.length && left >= Long.bitCount(rest); word++) {
            left -= Long.bitCount(rest);
            rest = more[word];
            base += WORD;
        }
        for (; left > 0; left--) {
            rest &= rest - 1;
        }
        return base + Long.numberOfTrailingZeros(rest);
    }

    /// A set with the same members that changes on its own.
    public TaskSet copy() {
        var copy = new TaskSet();
        copy.first = first;
        copy.more = more.length == 0 ? NONE : more.clone();
        return copy;
    }

    private int lowestOfMore(int fromWord) {
        for (int word = fromWord; word < more.length; word++) {
            if (more[word] != 0) {
                return (word + 1) * WORD + Long.numberOfTrailingZeros(more[word]);
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof TaskSet that) || first != that.first) {
            return false;
        }
        for (int word = 0; word < Math.max(more.length, that.more.length); word++) {
            if ((word < more.length ? more[word] : 0) != (word < that.more.length ? that.more[word] : 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        @Var long sum = first;
        for (int word = 0; word < more.length; word++) {
            sum += SplitMix.mix(more[word]) * (word + 1);
        }
        return Long.hashCode(sum);
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (@Var int task = next(0); task >= 0; task = next(task + 1)) {
            text.append(text.length() > 1 ? ", " : "").append(task);
        }
        return text.append('}').toString();
    }
}

package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;
import java.util.List;

/// The invocations and completions that are not yet accounted for, in real-time order: a doubly linked list
/// in two arrays.
///
/// With n operations, node i is the invocation of operation i and node n + i its completion. Taking an
/// operation out and putting it back, in the opposite order, is the `lift` and `unlift` of Lowe.
final class Timeline {

    private final int operations;
    private final int head;
    private final int[] next;
    private final int[] previous;

    Timeline(List<? extends Entry<?, ?>> entries) {
        this.operations = entries.size();
        this.head = 2 * operations;
        this.next = new int[head + 1];
        this.previous = new int[head + 1];
        @Var int last = head;
        for (long moment : moments(entries)) {
            int node = (int) (moment & Integer.MAX_VALUE);
            next[last] = node;
            previous[node] = last;
            last = node;
        }
        next[last] = head;
        previous[head] = last;
    }

    /// The first node.
    int first() {
        return next[head];
    }

    /// The node after this one; also where the search goes on after [#unlift].
    int after(int node) {
        return next[node];
    }

    boolean isCompletion(int node) {
        return node >= operations;
    }

    /// Takes an operation out, with its completion if it has one.
    void lift(int operation, boolean completes) {
        unlink(operation);
        if (completes) {
            unlink(operations + operation);
        }
    }

    /// Puts back the operation that was taken out last.
    void unlift(int operation, boolean completes) {
        if (completes) {
            relink(operations + operation);
        }
        relink(operation);
    }

    private void unlink(int node) {
        next[previous[node]] = next[node];
        previous[next[node]] = previous[node];
    }

    private void relink(int node) {
        next[previous[node]] = node;
        previous[next[node]] = node;
    }

    /// The time in the high half and the node in the low half, sorted. At equal times invocations come first,
    /// because their nodes are lower: the interval of an operation is closed.
    private static long[] moments(List<? extends Entry<?, ?>> entries) {
        int count = entries.size();
        long[] moments = new long[2 * count];
        @Var int used = 0;
        for (int i = 0; i < count; i++) {
            Entry<?, ?> entry = entries.get(i);
            moments[used++] = moment(entry.invoked(), i);
            if (entry.completed() != Entry.NEVER) {
                moments[used++] = moment(entry.completed(), count + i);
            }
        }
        Arrays.sort(moments, 0, used);
        return used == moments.length ? moments : Arrays.copyOf(moments, used);
    }

    private static long moment(int time, int node) {
        return ((long) time << Integer.SIZE) | node;
    }
}

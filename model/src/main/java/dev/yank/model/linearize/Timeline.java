package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;

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

    /// @param operations how many operations there are
    /// @param events operation i is invoked where i stands, and completes where `~i` stands
    Timeline(int operations, int[] events) {
        this.operations = operations;
        this.head = 2 * operations;
        this.next = new int[head + 1];
        this.previous = new int[head + 1];
        @Var int last = head;
        for (int event : events) {
            int node = event >= 0 ? event : operations + ~event;
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

    /// The operation that completes at a node.
    int completing(int node) {
        return node - operations;
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
}

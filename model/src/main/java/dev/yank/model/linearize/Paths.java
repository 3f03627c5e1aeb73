package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// How configurations were reached: a tree of placed operations, each node pointing to the one before.
final class Paths {

    /// The node before any operation.
    static final int ROOT = -1;

    private static final int FIRST_CAPACITY = 256;

    /// What all configurations have in common, once that is known.
    @Var
    private int[] trunk = new int[FIRST_CAPACITY];

    @Var
    private int trunkSize;

    @Var
    private int[] parents = new int[FIRST_CAPACITY];

    @Var
    private int[] operations = new int[FIRST_CAPACITY];

    @Var
    private int size;

    /// The node for an operation placed after another node.
    int after(int parent, int operation) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, Math.multiplyExact(size, 2));
            operations = Arrays.copyOf(operations, parents.length);
        }
        parents[size] = parent;
        operations[size] = operation;
        return size++;
    }

    /// The operations placed on the way to a node, in order.
    int[] to(int node) {
        int[] path = Arrays.copyOf(trunk, trunkSize + lengthOf(node));
        @Var int place = path.length;
        for (@Var int at = node; at != ROOT; at = parents[at]) {
            path[--place] = operations[at];
        }
        return path;
    }

    int size() {
        return size;
    }

    /// Forgets every way but those to the given nodes, and replaces each by its new number. What all ways have
    /// in common becomes the trunk.
    void retain(int[] ends, int count) {
        int[] through = new int[size];
        for (int i = 0; i < count; i++) {
            if (ends[i] != ROOT) {
                through[ends[i]]++;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            if (parents[i] != ROOT) {
                through[parents[i]] += through[i];
            }
        }
        // Parents come before their children, so each moves down to a place that is free.
        int[] moved = new int[size];
        @Var int kept = 0;
        for (int i = 0; i < size; i++) {
            if (through[i] == count) {
                append(operations[i]);
                moved[i] = ROOT;
            } else if (through[i] > 0) {
                parents[kept] = parents[i] == ROOT ? ROOT : moved[parents[i]];
                operations[kept] = operations[i];
                moved[i] = kept++;
            }
        }
        for (int i = 0; i < count; i++) {
            ends[i] = ends[i] == ROOT ? ROOT : moved[ends[i]];
        }
        size = kept;
    }

    private void append(int operation) {
        if (trunkSize == trunk.length) {
            trunk = Arrays.copyOf(trunk, Math.multiplyExact(trunkSize, 2));
        }
        trunk[trunkSize++] = operation;
    }

    private int lengthOf(int node) {
        @Var int length = 0;
        for (@Var int at = node; at != ROOT; at = parents[at]) {
            length++;
        }
        return length;
    }

    /// How much memory the tree takes, in bytes.
    long bytes() {
        return (long) Integer.BYTES * (trunk.length + 2L * parents.length);
    }
}

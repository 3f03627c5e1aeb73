package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// How far a search came: the latest completion that no configuration has passed, and the states before it.
final class Farthest {

    private static final int MOST_STATES = 8;
    private static final int NOWHERE = -1;
    private static final int FIXED = -2;

    private final List<Integer> states = new ArrayList<>();

    @Var
    private int event = NOWHERE;

    @Var
    private int operation;

    /// How one of the configurations was reached, the first that was seen there: its node, or what lies behind it.
    @Var
    private int node = FIXED;

    @Var
    private int[] path = {};

    /// How many configurations had been looked at when the search came so far.
    @Var
    private long workBefore;

    /// Notes that these configurations, none of which passes, are all that led to a completion this time.
    void note(Cursor cursor, IntList configurations, Visited visited, long work) {
        if (cursor.at() < event) {
            return;
        }
        if (cursor.at() > event) {
            event = cursor.at();
            operation = cursor.completing();
            node = visited.node(configurations.get(0));
            workBefore = work;
            states.clear();
        }
        for (int i = 0; i < configurations.size() && states.size() < MOST_STATES; i++) {
            int state = visited.state(configurations.get(i));
            if (!states.contains(state)) {
                states.add(state);
            }
        }
    }

    /// The operation whose completion nothing passed.
    int operation() {
        return operation;
    }

    /// The states in which that operation was to be placed, eight at most; the first is the one that the path left.
    List<Integer> states() {
        return states;
    }

    int[] path(Paths paths) {
        if (node != FIXED) {
            path = paths.to(node);
            node = FIXED;
        }
        return path;
    }

    long workBefore() {
        return workBefore;
    }
}

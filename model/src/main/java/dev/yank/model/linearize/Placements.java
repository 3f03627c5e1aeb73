package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;

/// What one operation more makes of a configuration.
///
/// An operation that only observes is placed as soon as its answer fits, in every configuration: to place it later
/// could not help anybody. Of operations that ask the same and were answered the same, the one that completes first is
/// placed first, and of lost ones the one that was invoked first: they can stand in for each other.
final class Placements {

    private final Transitions<?, ?, ?> transitions;
    private final Course course;
    private final Cursor cursor;
    private final LostSets lostSets;
    private final Visited visited;
    private final Paths paths;
    private final int words;

    /// The slots that are placed in the configuration being looked at, and in the one that follows from it.
    private final long[] placed;

    private final long[] placedNext;

    /// The same of those that only observe.
    private final long[] observed;

    Placements(
            Transitions<?, ?, ?> transitions,
            Course course,
            Cursor cursor,
            LostSets lostSets,
            Visited visited,
            Paths paths) {
        this.transitions = transitions;
        this.course = course;
        this.cursor = cursor;
        this.lostSets = lostSets;
        this.visited = visited;
        this.paths = paths;
        this.words = course.words();
        this.placed = new long[words];
        this.placedNext = new long[words];
        this.observed = new long[words];
    }

    /// Adds the configuration before the first event.
    void first(IntList into) {
        int first = visited.add(0, transitions.initial(), placed, observed, 0);
        visited.setNode(first, Paths.ROOT);
        into.add(first);
    }

    /// Places what only observes and fits.
    void observe(int configuration) {
        int state = visited.state(configuration);
        for (int word = 0; word < words; word++) {
            @Var long left = cursor.open[word] & cursor.observing[word] & ~visited.placed(configuration, word);
            while (left != 0) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                int operation = cursor.holders[slot];
                if (transitions.next(state, course.kinds[operation]) != Transitions.NONE) {
                    visited.observe(configuration, slot);
                    visited.setNode(configuration, paths.after(visited.node(configuration), operation));
                }
            }
        }
    }

    /// Lets a configuration pass the next completion if its operation is placed, or can be placed right now.
    ///
    /// @param passed takes what has passed
    /// @return whether the operation was placed before, so that nothing else need be placed
    boolean pass(int configuration, IntList passed) {
        int operation = cursor.completing();
        int slot = course.slots[operation];
        int state = visited.state(configuration);
        visited.copy(configuration, placedNext, observed);
        if (visited.isPlaced(configuration, slot)) {
            placedNext[slot / Long.SIZE] &= ~(1L << slot);
            observed[slot / Long.SIZE] &= ~(1L << slot);
            int fresh = visited.add(cursor.position() + 1, state, placedNext, observed, visited.lost(configuration));
            if (fresh != Visited.DOMINATED) {
                visited.setNode(fresh, visited.node(configuration));
                passed.add(fresh);
            }
            return true;
        }
        int next = transitions.next(state, course.kinds[operation]);
        follow(configuration, operation, next, cursor.position() + 1, visited.lost(configuration), passed);
        return false;
    }

    /// Whether there is an operation that could be placed before the completion.
    boolean hasOthers(int configuration) {
        int completing = course.slots[cursor.completing()];
        for (int word = 0; word < words; word++) {
            long completingHere = word == completing / Long.SIZE ? 1L << completing : 0;
            if ((cursor.open[word] & ~cursor.observing[word] & ~visited.placed(configuration, word) & ~completingHere)
                    != 0) {
                return true;
            }
        }
        return lostSets.sizeOf(visited.lost(configuration)) < cursor.lostInvoked();
    }

    /// Places each operation that could be placed before the completion, one in each new configuration.
    void placeOthers(int configuration, IntList queue) {
        int completing = course.slots[cursor.completing()];
        visited.copy(configuration, placed, observed);
        for (int word = 0; word < words; word++) {
            @Var long left = cursor.open[word] & ~cursor.observing[word] & ~placed[word];
            while (left != 0) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (slot != completing && isFirstOfEquals(slot)) {
                    placeOpen(configuration, slot, queue);
                }
            }
        }
        int set = visited.lost(configuration);
        for (int lost = 0; lost < cursor.lostInvoked(); lost++) {
            int earlier = course.earlierEqual[lost];
            if (!lostSets.contains(set, lost) && (earlier == Course.NONE || lostSets.contains(set, earlier))) {
                placeLost(configuration, lost, queue);
            }
        }
    }

    /// Whether no equal operation that is open and not placed completes before.
    private boolean isFirstOfEquals(int slot) {
        int operation = cursor.holders[slot];
        for (int word = 0; word < words; word++) {
            @Var long left = cursor.open[word] & ~cursor.observing[word] & ~placed[word];
            while (left != 0) {
                int other = cursor.holders[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
                left &= left - 1;
                if (course.kinds[other] == course.kinds[operation]
                        && course.completions[other] < course.completions[operation]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void placeOpen(int configuration, int slot, IntList queue) {
        int operation = cursor.holders[slot];
        int next = transitions.next(visited.state(configuration), course.kinds[operation]);
        if (next != Transitions.NONE) {
            System.arraycopy(placed, 0, placedNext, 0, words);
            placedNext[slot / Long.SIZE] |= 1L << slot;
            follow(configuration, operation, next, cursor.position(), visited.lost(configuration), queue);
        }
    }

    private void placeLost(int configuration, int lost, IntList queue) {
        int operation = course.lost[lost];
        int next = transitions.next(visited.state(configuration), course.kinds[operation]);
        if (next != Transitions.NONE) {
            System.arraycopy(placed, 0, placedNext, 0, words);
            int set = lostSets.with(visited.lost(configuration), lost);
            follow(configuration, operation, next, cursor.position(), set, queue);
        }
    }

    /// Adds what follows: a configuration for each state that may.
    private void follow(int from, int operation, int next, int position, int lost, IntList into) {
        if (next >= 0) {
            add(from, operation, next, position, lost, into);
        } else if (next != Transitions.NONE) {
            for (int state : transitions.list(next)) {
                add(from, operation, state, position, lost, into);
            }
        }
    }

    private void add(int from, int operation, int state, int position, int lost, IntList into) {
        int fresh = visited.add(position, state, placedNext, observed, lost);
        if (fresh == Visited.DOMINATED) {
            return;
        }
        visited.setNode(fresh, paths.after(visited.node(from), operation));
        if (position == cursor.position()) {
            observe(fresh);
        }
        into.add(fresh);
    }
}

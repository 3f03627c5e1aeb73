package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;

/// A place in the course of a history, and the operations that are open there.
final class Cursor {

    private final Course course;

    /// Which operation holds each slot.
    final int[] holders;

    /// Which slots are held, one bit each; and which of them by operations that only observe.
    final long[] open;

    final long[] observing;

    /// The next event.
    @Var
    private int at;

    /// How many completions are behind.
    @Var
    private int position;

    /// How many lost operations were invoked.
    @Var
    private int lostInvoked;

    Cursor(Course course) {
        this.course = course;
        this.holders = new int[course.slotCount];
        this.open = new long[course.words()];
        this.observing = new long[course.words()];
    }

    int at() {
        return at;
    }

    int position() {
        return position;
    }

    int lostInvoked() {
        return lostInvoked;
    }

    /// The operation that completes next.
    int completing() {
        return ~course.events[at];
    }

    /// Takes the invocations before the next completion; false if there is none.
    boolean toCompletion() {
        while (at < course.events.length && course.events[at] >= 0) {
            int operation = course.events[at];
            if (course.slots[operation] == Course.NONE) {
                lostInvoked++;
            } else {
                hold(operation);
            }
            at++;
        }
        return at < course.events.length;
    }

    /// Takes the next completion.
    void pass() {
        letGo(completing());
        at++;
        position++;
    }

    /// Goes back to a completion that was taken.
    void backTo(int target) {
        while (at > target) {
            at--;
            int event = course.events[at];
            if (event < 0) {
                hold(~event);
                position--;
            } else if (course.slots[event] == Course.NONE) {
                lostInvoked--;
            } else {
                letGo(event);
            }
        }
    }

    private void hold(int operation) {
        int slot = course.slots[operation];
        holders[slot] = operation;
        open[slot / Long.SIZE] |= 1L << slot;
        if (course.observes[operation]) {
            observing[slot / Long.SIZE] |= 1L << slot;
        }
    }

    private void letGo(int operation) {
        int slot = course.slots[operation];
        open[slot / Long.SIZE] &= ~(1L << slot);
        observing[slot / Long.SIZE] &= ~(1L << slot);
    }
}

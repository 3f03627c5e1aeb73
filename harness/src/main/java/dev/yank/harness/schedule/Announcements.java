package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What each task will do next.
final class Announcements {

    @Var
    private long[] next = new long[16];

    /// Forgets everything: a new execution starts.
    void clear() {
        Arrays.fill(next, Access.NOTHING);
    }

    void put(int task, long access) {
        if (task >= next.length) {
            next = Arrays.copyOf(next, 2 * task);
        }
        next[task] = access;
    }

    long of(int task) {
        return task < next.length ? next[task] : Access.NOTHING;
    }
}

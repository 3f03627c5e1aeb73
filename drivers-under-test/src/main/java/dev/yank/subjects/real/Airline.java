package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Three agents sell the two seats that an airline has left. Each looks whether there is one and then sells it.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "airline",
        wrong = Wrong.ASSERTION,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "More seats are sold than there are.")
final class Airline implements Subject {

    private static final int SEATS = 2;

    private final Atomic sold = new Atomic();

    @Override
    public void main() {
        concurrently(3, this::sell);
        BUG_ON(atomic_read(sold) > SEATS);
    }

    private void sell() {
        if (atomic_read(sold) < SEATS) {
            atomic_inc(sold);
        }
    }
}

package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Atomic.atomic_cmpxchg;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Three agents sell the two seats that an airline has left. Looking and selling are one step.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "airline_ok",
        wrong = Wrong.NOTHING,
        source = "E. Farchi, Y. Nir, S. Ur, IPDPS 2003",
        summary = "No more seats are sold than there are.")
final class AirlineOk implements Subject {

    private static final int SEATS = 2;

    private final Atomic sold = new Atomic();

    @Override
    public void main() {
        concurrently(3, this::sell);
        BUG_ON(atomic_read(sold) > SEATS);
    }

    private void sell() {
        int before = atomic_read(sold);
        if (before < SEATS && atomic_cmpxchg(sold, before, before + 1) != before) {
            sell();
        }
    }
}

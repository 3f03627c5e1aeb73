package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_inc_return;
import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Iomem.cpu_relax;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Everybody draws a ticket in one step and waits until it is called.
///
/// Tasks: 3 and main.
@TestSubject(
        name = "ticket-lock",
        wrong = Wrong.NOTHING,
        source = "D. Reed, R. Kanodia, Communications of the ACM, 1979",
        summary = "Tickets are drawn in one step.")
final class TicketLock implements Subject {

    private final Atomic next = new Atomic();
    private final Atomic called = new Atomic();

    @Var
    private boolean isInside;

    @Override
    public void main() {
        concurrently(3, this::task);
    }

    private void enter() {
        BUG_ON(isInside);
        isInside = true;
        isInside = false;
    }

    private void task() {
        int ticket = atomic_inc_return(next) - 1;
        while (atomic_read(called) != ticket) {
            cpu_relax();
        }
        enter();
        atomic_inc(called);
    }
}

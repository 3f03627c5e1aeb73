package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Atomic.atomic_dec_and_test;
import static dev.yank.harness.kernel.Atomic.atomic_inc;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Completion.complete;
import static dev.yank.harness.kernel.Completion.wait_for_completion;
import static dev.yank.harness.kernel.posix.Pthread.pthread_create;
import static dev.yank.harness.kernel.posix.Pthread.pthread_join;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import dev.yank.harness.kernel.posix.Pthread;

/// Stop against dispatch in a Bluetooth driver: dispatch looks at the stopping flag and only then counts itself
/// in, so that stop can find nobody inside, and free everything, between the two.
///
/// The driver's count starts at 1 for the driver itself; whoever takes it to 0 lets stop go on. Tasks: stop, and
/// main, which dispatches.
@TestSubject(
        name = "bluetooth_driver",
        wrong = Wrong.ASSERTION,
        source = "S. Qadeer, D. Wu, PLDI 2004; SCTBench, PPoPP 2014",
        summary = "Dispatch goes on after the driver has been stopped.")
class BluetoothDriver implements Subject {

    private final Atomic pendingIo = new Atomic();
    private final Completion stoppingEvent = new Completion();

    @Var
    private boolean stoppingFlag;

    @Var
    private boolean stopped;

    @Override
    public void main() {
        atomic_set(pendingIo, 1);
        Pthread stop = pthread_create("stop", this::stop);
        dispatch();
        pthread_join(stop);
    }

    private void dispatch() {
        if (enter()) {
            BUG_ON(stopped);
            leave();
        }
    }

    private void stop() {
        stoppingFlag = true;
        leave();
        wait_for_completion(stoppingEvent);
        stopped = true;
    }

    /// `BCSP_IoIncrement()`.
    boolean enter() {
        if (isStopping()) {
            return false;
        }
        countIn();
        return true;
    }

    final boolean isStopping() {
        return stoppingFlag;
    }

    final void countIn() {
        atomic_inc(pendingIo);
    }

    /// `BCSP_IoDecrement()`.
    final void leave() {
        if (atomic_dec_and_test(pendingIo)) {
            complete(stoppingEvent);
        }
    }
}

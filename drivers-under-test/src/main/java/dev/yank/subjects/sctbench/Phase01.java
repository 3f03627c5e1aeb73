package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// Two tasks go through two phases under two locks; one of them enters the second phase with the lock of the
/// first still in its hand, the other the other way round.
///
/// Tasks: 2 and main.
@TestSubject(
        name = "phase01",
        wrong = Wrong.DEADLOCK,
        source = "L. Cordeiro, B. Fischer, ICSE 2011; SCTBench, PPoPP 2014",
        summary = "Phases overlap in opposite orders.")
final class Phase01 implements Subject {

    private final Mutex x = new Mutex();
    private final Mutex y = new Mutex();

    @Override
    public void main() {
        concurrently(() -> phases(x, y), () -> phases(y, x));
    }

    private static void phases(Mutex first, Mutex second) {
        mutex_lock(first);
        mutex_unlock(first);
        mutex_lock(first);
        mutex_lock(second);
        mutex_unlock(first);
        mutex_unlock(second);
    }
}

package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// As many philosophers as forks; each takes the fork on the left and then the one on the right.
///
/// Tasks: as many as the size, and main.
@TestSubject(
        name = "din_phil",
        sizes = {2, 3, 4, 5, 6, 7},
        wrong = Wrong.DEADLOCK,
        source = "E. W. Dijkstra, EWD 310, 1971; SCTBench, PPoPP 2014",
        summary = "Each holds one fork and waits for the next.")
final class DinPhil implements Subject {

    private final List<Mutex> forks;

    DinPhil(int philosophers) {
        this.forks = Stream.generate(Mutex::new).limit(philosophers).toList();
    }

    @Override
    public void main() {
        concurrently(IntStream.range(0, forks.size())
                .mapToObj(number -> (Runnable) () -> dine(number))
                .toArray(Runnable[]::new));
    }

    private void dine(int philosopher) {
        int left = philosopher;
        int right = (philosopher + 1) % forks.size();
        mutex_lock(forks.get(left));
        mutex_lock(forks.get(right));
        mutex_unlock(forks.get(right));
        mutex_unlock(forks.get(left));
    }
}

package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.stream.Stream;

/// Some tasks set a and then b; others check that they see both settings or none. To see one of two, a checker
/// must come between the first setting of a and the first setting of b.
///
/// Tasks: as many as the size, and main; one of them checks, but ten of reorder_20.
@TestSubject(
        name = "reorder",
        sizes = {3, 4, 5, 10, 20, 50, 100},
        wrong = Wrong.ASSERTION,
        source = "P. Thomson, A. Donaldson, A. Betts, SCTBench, PPoPP 2014",
        summary = "A checker sees a set and b not.")
final class Reorder implements Subject {

    private final int setters;
    private final int checkers;

    @Var
    private int a;

    @Var
    private int b;

    Reorder(int size) {
        this.checkers = size == 20 ? 10 : 1;
        this.setters = size - checkers;
    }

    @Override
    public void main() {
        concurrently(Stream.concat(
                        Stream.generate(() -> (Runnable) this::set).limit(setters),
                        Stream.generate(() -> (Runnable) this::check).limit(checkers))
                .toArray(Runnable[]::new));
    }

    private void set() {
        a = 1;
        b = -1;
    }

    private void check() {
        BUG_ON(!((a == 0 && b == 0) || (a == 1 && b == -1)));
    }
}

package dev.yank.subjects.classic;

import static dev.yank.harness.kernel.Atomic.atomic_cmpxchg;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Atomic;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.List;
import java.util.stream.Stream;

/// Threads enter words in a hash table of 128 places, looking for a free one with compare-and-exchange. Up to
/// eleven threads never meet.
///
/// Tasks: 4 and main.
@TestSubject(
        name = "indexer_ok",
        wrong = Wrong.NOTHING,
        source = "C. Flanagan, P. Godefroid, POPL 2005",
        summary = "Each place is taken once.")
final class Indexer implements Subject {

    private static final int PLACES = 128;
    private static final int WORDS = 4;

    private final List<Atomic> table =
            Stream.generate(Atomic::new).limit(PLACES).toList();

    @Override
    public void main() {
        concurrently(() -> index(1), () -> index(2), () -> index(3), () -> index(4));
    }

    private void index(int thread) {
        for (int word = 0; word < WORDS; word++) {
            int content = word * 11 + thread;
            @Var int place = content * 7 % PLACES;
            while (atomic_cmpxchg(table.get(place), 0, content) != 0) {
                place = (place + 1) % PLACES;
            }
        }
    }
}

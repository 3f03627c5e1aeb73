package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [Fsbench] with blocks enough.
///
/// Tasks: 13 and main.
@TestSubject(
        name = "fsbench_ok",
        wrong = Wrong.NOTHING,
        source = "C. Flanagan, P. Godefroid, POPL 2005",
        summary = "There are twice as many blocks as threads.")
final class FsbenchOk extends Fsbench {

    @Override
    int threads() {
        return 13;
    }
}

package dev.yank.subjects.real;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// A database closes its log and opens the next; between the two, whoever commits finds no log and does not write.
///
/// Tasks: one that commits, one that rotates, and main.
@TestSubject(
        name = "mysql-791",
        wrong = Wrong.ASSERTION,
        source = "S. Lu, S. Park, E. Seo, Y. Zhou, ASPLOS 2008",
        summary = "A commit is not logged.")
final class MysqlBinlog implements Subject {

    @Var
    private boolean isOpen = true;

    @Var
    private int logged;

    @Override
    public void main() {
        concurrently(this::commit, this::rotate);
        BUG_ON(logged == 0);
    }

    private void commit() {
        if (isOpen) {
            logged++;
        }
    }

    private void rotate() {
        isOpen = false;
        isOpen = true;
    }
}

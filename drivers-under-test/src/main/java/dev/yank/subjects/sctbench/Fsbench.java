package dev.yank.subjects.sctbench;

import static dev.yank.harness.kernel.Bug.BUG_ON;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.posix.Pthread.concurrently;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.Subject;
import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A file system gives each of its threads an inode and looks for a free block for it, block after block, under
/// the block's lock. There is one thread more than there are blocks, and the search has no end of its own.
///
/// Tasks: 27 and main.
@TestSubject(
        name = "fsbench",
        wrong = Wrong.ASSERTION,
        source = "C. Flanagan, P. Godefroid, POPL 2005; SCTBench, PPoPP 2014",
        summary = "The last thread looks for a block behind the last one.")
class Fsbench implements Subject {

    private static final int INODES = 32;
    private static final int BLOCKS = 26;

    private final List<Mutex> inodeLocks =
            Stream.generate(Mutex::new).limit(INODES).toList();
    private final List<Mutex> blockLocks =
            Stream.generate(Mutex::new).limit(BLOCKS).toList();
    private final int[] inodes = new int[INODES];
    private final boolean[] busy = new boolean[BLOCKS];

    @Override
    public void main() {
        concurrently(IntStream.range(0, threads())
                .mapToObj(number -> (Runnable) () -> allocate(number % INODES))
                .toArray(Runnable[]::new));
    }

    int threads() {
        return BLOCKS + 1;
    }

    private void allocate(int inode) {
        mutex_lock(inodeLocks.get(inode));
        if (inodes[inode] == 0) {
            inodes[inode] = 1 + freeBlock(inode * 2 % BLOCKS);
        }
        mutex_unlock(inodeLocks.get(inode));
    }

    private int freeBlock(int from) {
        @Var int block = from;
        for (int looked = 0; ; looked++) {
            BUG_ON(looked == BLOCKS);
            mutex_lock(blockLocks.get(block));
            boolean isFree = !busy[block];
            busy[block] = true;
            mutex_unlock(blockLocks.get(block));
            if (isFree) {
                return block;
            }
            block = (block + 1) % BLOCKS;
        }
    }
}

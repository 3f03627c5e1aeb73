package dev.yank.harness.kernel.posix;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Struct;
import java.util.Arrays;

/// `pthread_t`: a thread of a program.
///
/// Neither creating a thread nor waiting for its end is a scheduling point: both do nothing that another
/// thread could tell from their happening at the next one.
public final class Pthread extends Struct {

    @Var
    private boolean ended;

    private Pthread() {}

    /// Starts a thread.
    public static Pthread pthread_create(String name, Runnable start) {
        Machine machine = Machine.current();
        var thread = new Pthread();
        machine.serve(name, () -> {
            start.run();
            thread.end(machine);
        });
        return thread;
    }

    /// Starts a thread for each body and waits until all have ended: what most programs here do in `main`.
    public static void concurrently(Runnable... bodies) {
        var threads = new Pthread[bodies.length];
        for (int i = 0; i < bodies.length; i++) {
            threads[i] = pthread_create("thread " + (i + 1), bodies[i]);
        }
        for (Pthread thread : threads) {
            pthread_join(thread);
        }
    }

    /// As [#concurrently], with `count` threads of one body.
    public static void concurrently(int count, Runnable body) {
        var bodies = new Runnable[count];
        Arrays.fill(bodies, body);
        concurrently(bodies);
    }

    /// Waits until the thread has ended.
    public static void pthread_join(Pthread thread) {
        Machine machine = Machine.current();
        machine.accesses(Access.READ, thread);
        while (!thread.ended) {
            machine.block(Access.READ, thread, "the end of a thread");
        }
    }

    private void end(Machine machine) {
        machine.accesses(Access.WRITE, this);
        ended = true;
        machine.wake(this);
    }
}

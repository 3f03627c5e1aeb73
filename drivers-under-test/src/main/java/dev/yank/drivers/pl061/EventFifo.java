package dev.yank.drivers.pl061;

import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Spinlock;

/// `DECLARE_KFIFO(events, …, 16)` and its lock: the lines that rose, in the order in which they did. Where it
/// is full further events are lost.
public final class EventFifo {

    /// What [#kfifo_get] answers where there is none.
    public static final int NONE = -1;

    private static final int SIZE = 16;

    private final Spinlock lock = new Spinlock();
    private final int[] lines = new int[SIZE];

    @Var
    private int in;

    @Var
    private int out;

    public static void kfifo_put(EventFifo fifo, int line) {
        spin_lock_irqsave(fifo.lock);
        if (fifo.in - fifo.out < SIZE) {
            fifo.lines[fifo.in % SIZE] = line;
            fifo.in++;
        }
        spin_unlock_irqrestore(fifo.lock);
    }

    public static int kfifo_get(EventFifo fifo) {
        @Var int line = NONE;
        spin_lock_irqsave(fifo.lock);
        if (fifo.in != fifo.out) {
            line = fifo.lines[fifo.out % SIZE];
            fifo.out++;
        }
        spin_unlock_irqrestore(fifo.lock);
        return line;
    }

    /// Whether nothing is in it; whoever asks holds a lock that putters and getters hold too.
    public static boolean kfifo_is_empty(EventFifo fifo) {
        return fifo.in == fifo.out;
    }

    public static boolean kfifo_is_empty_spinlocked(EventFifo fifo) {
        spin_lock_irqsave(fifo.lock);
        boolean empty = fifo.in == fifo.out;
        spin_unlock_irqrestore(fifo.lock);
        return empty;
    }
}

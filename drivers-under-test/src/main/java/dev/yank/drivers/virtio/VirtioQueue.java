package dev.yank.drivers.virtio;

import static dev.yank.harness.kernel.Atomic.atomic_read;
import static dev.yank.harness.kernel.Atomic.atomic_set;
import static dev.yank.harness.kernel.DmaBuffer.copy_from;
import static dev.yank.harness.kernel.DmaBuffer.dma_handle;
import static dev.yank.harness.kernel.DmaBuffer.put_le;
import static dev.yank.harness.kernel.Errno.EIO;
import static dev.yank.harness.kernel.Errno.ENOMEM;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Iomem.writel;
import static dev.yank.harness.kernel.IrqHandler.IRQ_HANDLED;
import static dev.yank.harness.kernel.IrqHandler.IRQ_NONE;
import static dev.yank.harness.kernel.Kref.kref_get;
import static dev.yank.harness.kernel.Kref.kref_init;
import static dev.yank.harness.kernel.Kref.kref_put;
import static dev.yank.harness.kernel.Mutex.mutex_lock;
import static dev.yank.harness.kernel.Mutex.mutex_unlock;
import static dev.yank.harness.kernel.Slab.kfree;
import static dev.yank.harness.kernel.Slab.kzalloc;
import static dev.yank.harness.kernel.Spinlock.spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.spin_unlock_irqrestore;
import static dev.yank.harness.kernel.Vring.VRING_DESC_F_NEXT;
import static dev.yank.harness.kernel.Vring.VRING_DESC_F_WRITE;
import static dev.yank.harness.kernel.Vring.vring_offer;
import static dev.yank.harness.kernel.Vring.vring_set_desc;
import static dev.yank.harness.kernel.Vring.vring_used_id;
import static dev.yank.harness.kernel.Vring.vring_used_idx;
import static dev.yank.harness.kernel.Vring.vring_used_len;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import dev.yank.harness.kernel.UserBuffer;
import org.jspecify.annotations.Nullable;

/// The ring of the driver. Whatever comes from the device is read once and checked before it is used; where
/// it is wrong the ring is broken for good, as `BAD_RING` does in `drivers/virtio/virtio_ring.c` (R.
/// Russell, 2007).
class VirtioQueue {

    static final int QUEUE_NOTIFY = 0x050;
    static final int INTERRUPT_STATUS = 0x060;
    static final int INTERRUPT_ACK = 0x064;
    static final int STATUS = 0x070;
    static final int STATUS_NEEDS_RESET = 64;

    static final int READ = 0;
    static final int WRITE = 1;

    /// Where in a request the answer lies, and how long it is.
    static final int ANSWER_AT = 8;

    static final int ANSWER = 4;

    private static final int USED_BUFFER = 1;
    private static final int CONFIG_CHANGE = 2;
    private static final int INDEX = 0xffff;

    /// Has the device do something and waits for its answer.
    ///
    /// @return 0 or a negative errno
    final int transact(VirtReg reg, int op, int value, @Nullable UserBuffer answer) {
        mutex_lock(reg.serial);
        int err = is_usable(reg) ? transact_alone(reg, op, value, answer) : -EIO;
        mutex_unlock(reg.serial);
        return err;
    }

    static boolean is_usable(VirtReg reg) {
        return atomic_read(reg.dying) == 0 && atomic_read(reg.broken) == 0;
    }

    private int transact_alone(VirtReg reg, int op, int value, @Nullable UserBuffer answer) {
        Request request = kzalloc(new Request());
        if (request == null) {
            return -ENOMEM;
        }
        kref_init(request.kref);
        kref_get(request.kref); // the ring's
        put_le(reg.buffers, 0, 4, op);
        put_le(reg.buffers, 4, 4, value);
        post(reg, request);
        writel(0, reg.base, QUEUE_NOTIFY);
        wait_done(reg, request);
        spin_lock_irqsave(reg.lock);
        boolean done = atomic_read(request.done) != 0;
        if (done && answer != null) {
            UserBuffer.put_user(request.value, answer);
        }
        spin_unlock_irqrestore(reg.lock);
        put(request);
        return done ? 0 : -EIO;
    }

    private static void post(VirtReg reg, Request request) {
        long handle = dma_handle(reg.buffers);
        spin_lock_irqsave(reg.lock);
        reg.inflight[0] = request;
        reg.busy[0] = true;
        reg.busy[1] = true;
        vring_set_desc(reg.ring, 0, handle, ANSWER_AT, VRING_DESC_F_NEXT, 1);
        vring_set_desc(reg.ring, 1, handle + ANSWER_AT, ANSWER, VRING_DESC_F_WRITE, 0);
        vring_offer(reg.ring, VirtReg.NUM, reg.offered, 0);
        reg.offered = (reg.offered + 1) & INDEX;
        spin_unlock_irqrestore(reg.lock);
    }

    static void put(Request request) {
        kref_put(request.kref, () -> kfree(request));
    }

    final int interrupt(VirtReg reg) {
        int status = readl(reg.base, INTERRUPT_STATUS);
        if (status == 0) {
            return IRQ_NONE;
        }
        writel(status, reg.base, INTERRUPT_ACK);
        spin_lock_irqsave(reg.lock);
        if ((status & CONFIG_CHANGE) != 0 && (readl(reg.base, STATUS) & STATUS_NEEDS_RESET) != 0) {
            break_queue(reg);
        }
        if ((status & USED_BUFFER) != 0 && atomic_read(reg.broken) == 0) {
            take_used(reg);
        }
        spin_unlock_irqrestore(reg.lock);
        return IRQ_HANDLED;
    }

    private void take_used(VirtReg reg) {
        int used = vring_used_idx(reg.ring, VirtReg.NUM);
        if (!is_possible((used - reg.last_used) & INDEX)) {
            break_queue(reg);
        }
        while (reg.last_used != used && atomic_read(reg.broken) == 0) {
            int at = reg.last_used;
            reg.last_used = (at + 1) & INDEX;
            complete(reg, at, vring_used_id(reg.ring, VirtReg.NUM, at));
        }
    }

    private void complete(VirtReg reg, int at, int id) {
        Request request = outstanding(reg, id);
        if (request == null) {
            unknown_id(reg);
            return;
        }
        int len = vring_used_len(reg.ring, VirtReg.NUM, at);
        if (!is_length(len)) {
            break_queue(reg);
            return;
        }
        forget(reg, id);
        free_chain(reg, id);
        request.value = copy_from(reg.buffers, ANSWER_AT, length_again(reg, at, len));
        atomic_set(request.done, 1);
        put(request);
        wake_up(reg.wait);
    }

    /// `virtqueue_break()`: whoever waits is told so, and nobody asks any more.
    static void break_queue(VirtReg reg) {
        atomic_set(reg.broken, 1);
        wake_up(reg.wait);
    }

    /// `virtqueue_detach_unused_buf()`: what the device never gave back, once it was reset.
    static void detach_unused(VirtReg reg) {
        for (int id = 0; id < VirtReg.NUM; id++) {
            Request request = reg.inflight[id];
            reg.inflight[id] = null;
            if (request != null) {
                put(request);
            }
        }
    }

    // What stands between the driver and the device; each twin leaves one thing out.

    /// Whether so many can have come back.
    boolean is_possible(int jump) {
        return jump <= VirtReg.NUM;
    }

    /// The request of that number, where the device has one.
    @Nullable
    Request outstanding(VirtReg reg, int id) {
        return id >= 0 && id < VirtReg.NUM ? reg.inflight[id] : null;
    }

    void unknown_id(VirtReg reg) {
        break_queue(reg);
    }

    boolean is_length(int len) {
        return len == ANSWER;
    }

    /// The length is not read again, because the device can have changed it.
    int length_again(VirtReg reg, int at, int len) {
        return len;
    }

    /// The device does not have it any more.
    void forget(VirtReg reg, int id) {
        reg.inflight[id] = null;
    }

    /// What follows a descriptor is known, and not read from the table, which the device can write to.
    void free_chain(VirtReg reg, int id) {
        reg.busy[id] = false;
        reg.busy[id + 1] = false;
    }

    /// Sleeps until the device has answered, or will not.
    void wait_done(VirtReg reg, Request request) {
        wait_event(reg.wait, () -> atomic_read(request.done) != 0 || !is_usable(reg));
    }
}

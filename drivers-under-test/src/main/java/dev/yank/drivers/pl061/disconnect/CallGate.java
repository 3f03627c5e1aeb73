package dev.yank.drivers.pl061.disconnect;

import static dev.yank.harness.kernel.Rwonce.READ_ONCE;
import static dev.yank.harness.kernel.Rwonce.WRITE_ONCE;
import static dev.yank.harness.kernel.Spinlock.spin_lock;
import static dev.yank.harness.kernel.Spinlock.spin_unlock;
import static dev.yank.harness.kernel.WaitQueueHead.wait_event;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Spinlock;
import dev.yank.harness.kernel.WaitQueueHead;

/// What the recipe wants in `struct cdev`: the flag that turns calls away, and the number of calls that are
/// inside.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L.
/// Pinchart, 2021.
final class CallGate {

    private final Spinlock lock = new Spinlock();
    final WaitQueueHead idle = new WaitQueueHead();

    @Var
    private boolean disconnected;

    @Var
    int calls;

    /// Lets a call in.
    ///
    /// @return whether the call may go on; it must then end in [#call_exit]
    static boolean call_enter(CallGate gate) {
        spin_lock(gate.lock);
        boolean entered = !gate.disconnected;
        if (entered) {
            gate.calls++;
        }
        spin_unlock(gate.lock);
        return entered;
    }

    static void call_exit(CallGate gate) {
        spin_lock(gate.lock);
        gate.calls--;
        if (gate.calls == 0) {
            wake_up(gate.idle);
        }
        spin_unlock(gate.lock);
    }

    /// Turns every new call away.
    static void cdev_disconnect(CallGate gate) {
        spin_lock(gate.lock);
        gate.disconnected = WRITE_ONCE(true);
        spin_unlock(gate.lock);
    }

    static boolean is_disconnected(CallGate gate) {
        return READ_ONCE(gate.disconnected);
    }

    /// Waits for the calls that are inside.
    static void wait_for_calls(CallGate gate) {
        wait_event(gate.idle, () -> is_idle(gate));
    }

    private static boolean is_idle(CallGate gate) {
        spin_lock(gate.lock);
        boolean idle = gate.calls == 0;
        spin_unlock(gate.lock);
        return idle;
    }
}

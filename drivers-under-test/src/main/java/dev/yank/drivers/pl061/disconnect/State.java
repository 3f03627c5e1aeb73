package dev.yank.drivers.pl061.disconnect;

import static dev.yank.drivers.pl061.EventFifo.kfifo_put;
import static dev.yank.drivers.pl061.Pl061.pl061_irq_handler;
import static dev.yank.drivers.pl061.disconnect.CallGate.is_disconnected;
import static dev.yank.harness.kernel.WaitQueueHead.wake_up;

import com.google.errorprone.annotations.Var;
import dev.yank.drivers.pl061.EventFifo;
import dev.yank.drivers.pl061.Pl061;
import dev.yank.harness.kernel.Cdev;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Kref;
import dev.yank.harness.kernel.Mutex;
import dev.yank.harness.kernel.WaitQueueHead;

/// What the driver keeps for a device: allocated plainly, counted, and freed when the device is removed and
/// the last file closed, whichever comes last.
@SuppressWarnings("NullAway.Init") // probe sets both pointers before anybody else sees the state
final class State {

    final Kref kref = new Kref();
    final CallGate gate = new CallGate();
    final Pl061 pl061 = new Pl061();
    final Mutex config_mutex = new Mutex();
    final EventFifo events = new EventFifo();
    final WaitQueueHead wait = new WaitQueueHead();

    /// From `cdev_alloc()`: it has a life of its own.
    @Var
    Cdev cdev;

    /// The device that it was probed for, which must outlive it.
    @Var
    Device parent;

    static int irq_handler(State state) {
        return pl061_irq_handler(state.pl061, line -> {
            if (!is_disconnected(state.gate)) {
                kfifo_put(state.events, line);
                wake_up(state.wait);
            }
        });
    }
}

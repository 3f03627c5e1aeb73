package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `struct irq_desc`: one interrupt, raised by a device, served by the handlers that drivers request.
///
/// A level interrupt is served as long as it is asserted; a message interrupt once for each message, where
/// messages that arrive before the handler begins count as one. An interrupt that stays asserted while no
/// handler says that it was its own is switched off after [#MOST_UNHANDLED] times, as the kernel does
/// ("nobody cared"), and on again for the next driver that requests it.
public final class Irq extends Struct {

    private static final int MOST_UNHANDLED = 16;

    /// Several devices may have the line.
    public static final int IRQF_SHARED = 0x80;

    /// `struct irqaction`.
    private static final class Action extends Struct {
        final IrqHandler handler;
        final Object devId;
        final boolean threaded;
        final @Nullable IrqHandler thread;

        Action(IrqHandler handler, Object devId, boolean threaded, @Nullable IrqHandler thread) {
            this.handler = handler;
            this.devId = devId;
            this.threaded = threaded;
            this.thread = thread;
        }
    }

    private final int number;
    private final List<Action> actions = new ArrayList<>(1);
    private final List<Action> freed = new ArrayList<>(1);

    @Var
    private int task = -1;

    @Var
    private boolean asserted;

    @Var
    private boolean messaged;

    @Var
    private boolean inProgress;

    @Var
    private int disabled;

    @Var
    private int unhandled;

    /// Whether a neighbour has the line too, since a driver requested it as one that is shared.
    @Var
    private boolean shared;

    /// The neighbour asserts the line.
    @Var
    private boolean foreign;

    public Irq(int number) {
        this.number = number;
    }

    /// Asserts the line.
    public void raise(Machine machine) {
        machine.accesses(Access.WRITE, this);
        machine.publish(this);
        asserted = true;
        wakeServer(machine);
    }

    /// Takes the line back.
    public void lower(Machine machine) {
        machine.accesses(Access.WRITE, this);
        asserted = false;
    }

    /// Another device asserts the line, where that is shared; its own handler will see to it.
    public void neighbourRaises(Machine machine) {
        if (shared) {
            machine.accesses(Access.WRITE, this);
            machine.publish(this);
            foreign = true;
            wakeServer(machine);
        }
    }

    /// A message interrupt arrives.
    public void message(Machine machine) {
        machine.accesses(Access.WRITE, this);
        machine.publish(this);
        messaged = true;
        wakeServer(machine);
    }

    /// Requests an interrupt: `handler` is called with `devId` whenever it is raised, from now on.
    ///
    /// @return 0 or a negative errno
    public static int request_irq(int irq, IrqHandler handler, String name, Object devId) {
        return request(irq, new Action(handler, devId, false, null), name);
    }

    /// Requests an interrupt.
    ///
    /// @param flags [#IRQF_SHARED], or 0: a line that is shared also calls the handler for what others have raised
    /// @return 0 or a negative errno
    public static int request_irq(int irq, IrqHandler handler, int flags, String name, Object devId) {
        Machine machine = Machine.current();
        int err = request(irq, new Action(handler, devId, false, null), name);
        if (err == 0 && flags == IRQF_SHARED) {
            machine.irq(irq).shared = true;
            machine.irq(irq).neighbourRaises(machine);
        }
        return err;
    }

    /// Requests an interrupt whose handler runs in a thread and may sleep; the line stays masked until the
    /// thread is done (`IRQF_ONESHOT`).
    ///
    /// @return 0 or a negative errno
    public static int request_threaded_irq(int irq, IrqHandler thread_fn, String name, Object devId) {
        return request(irq, new Action(thread_fn, devId, true, null), name);
    }

    /// As [#request_threaded_irq]; `handler` looks first, in hard interrupt context, and answers `IRQ_WAKE_THREAD`
    /// where there is something for the thread.
    ///
    /// @return 0 or a negative errno
    public static int request_threaded_irq(
            int irq, IrqHandler handler, IrqHandler thread_fn, String name, Object devId) {
        return request(irq, new Action(handler, devId, false, thread_fn), name);
    }

    private static int request(int irq, Action action, String name) {
        Machine machine = Machine.current();
        machine.mightSleep("request_irq");
        Irq desc = machine.irq(irq);
        machine.point(Access.WRITE, desc);
        if (!machine.mayAcquire("request_irq")) {
            return -Errno.EBUSY;
        }
        desc.actions.add(action);
        desc.unhandled = 0;
        machine.emit(EventKind.ACQUIRE, action, 0, name + " interrupt");
        machine.publish(desc);
        if (desc.task < 0) {
            desc.task = machine.serve("interrupt " + name, desc::serve);
        }
        desc.wakeServer(machine);
        return 0;
    }

    /// Gives an interrupt back and waits for its handler.
    ///
    /// @param devId the cookie given to [#request_irq]
    public static void free_irq(int irq, Object devId) {
        Machine machine = Machine.current();
        machine.mightSleep("free_irq");
        Irq desc = machine.irq(irq);
        machine.point(Access.WRITE, desc);
        Action action = actionOf(desc.actions, devId);
        if (action == null) {
            Action before = actionOf(desc.freed, devId);
            if (before == null) {
                machine.emit(EventKind.WRONG_COOKIE, desc, 0, "free_irq");
            } else {
                machine.emit(EventKind.RELEASED_AGAIN, before, 0, "an interrupt");
            }
            return;
        }
        outlives(machine, devId);
        desc.actions.remove(action);
        desc.freed.add(action);
        desc.waitForHandlers(machine);
        machine.emit(EventKind.RELEASE, action, 0, "an interrupt");
    }

    /// A handler that still could be called when what it is given was freed was stopped too late.
    private static void outlives(Machine machine, Object devId) {
        Memory memory = devId instanceof Shadowed shadowed ? shadowed.yank$memory() : null;
        if (memory != null && memory.isFreed()) {
            machine.emit(EventKind.OUTLIVED, memory.id(), 0, "an interrupt");
        }
    }

    /// As [#request_irq]; devres gives the interrupt back.
    public static int devm_request_irq(Device dev, int irq, IrqHandler handler, String name, Object devId) {
        return manage(dev, irq, devId, request_irq(irq, handler, name, devId));
    }

    /// As [#request_threaded_irq]; devres gives the interrupt back.
    public static int devm_request_threaded_irq(Device dev, int irq, IrqHandler thread_fn, String name, Object devId) {
        return manage(dev, irq, devId, request_threaded_irq(irq, thread_fn, name, devId));
    }

    private static int manage(Device dev, int irq, Object devId, int err) {
        if (err == 0) {
            Machine machine = Machine.current();
            Action action = actionOf(machine.irq(irq).actions, devId);
            if (action != null) {
                dev.manage(machine, action, "an interrupt", () -> free_irq(irq, devId));
            }
        }
        return err;
    }

    /// Waits for handlers that run now.
    public static void synchronize_irq(int irq) {
        Machine machine = Machine.current();
        machine.mightSleep("synchronize_irq");
        Irq desc = machine.irq(irq);
        machine.point(Access.READ, desc);
        desc.waitForHandlers(machine);
    }

    /// No handler is called from now on; one that runs, or whose thread does, goes on.
    public static void disable_irq_nosync(int irq) {
        Machine machine = Machine.current();
        Irq desc = machine.irq(irq);
        machine.point(Access.WRITE, desc);
        desc.disabled++;
    }

    /// No handler is called from now on; waits for those that run.
    public static void disable_irq(int irq) {
        Machine machine = Machine.current();
        Irq desc = machine.irq(irq);
        machine.point(Access.WRITE, desc);
        desc.disabled++;
        synchronize_irq(irq);
    }

    public static void enable_irq(int irq) {
        Machine machine = Machine.current();
        Irq desc = machine.irq(irq);
        machine.point(Access.WRITE, desc);
        if (desc.disabled == 0) {
            machine.emit(EventKind.MISUSE, desc, 0, "enable_irq of an interrupt that is not disabled");
            return;
        }
        desc.disabled--;
        machine.publish(desc);
        desc.wakeServer(machine);
    }

    @SuppressWarnings("ReferenceEquality") // a cookie is an address
    private static @Nullable Action actionOf(List<Action> actions, Object devId) {
        for (Action action : actions) {
            if (action.devId == devId) {
                return action;
            }
        }
        return null;
    }

    private void waitForHandlers(Machine machine) {
        while (inProgress) {
            machine.block(this, "an interrupt handler to end");
        }
        machine.join(this);
    }

    private boolean isDue() {
        boolean served = !actions.isEmpty() || shared;
        return (asserted || messaged || foreign) && served && disabled == 0 && unhandled < MOST_UNHANDLED;
    }

    private void wakeServer(Machine machine) {
        if (task >= 0 && isDue()) {
            machine.unblock(task);
        }
    }

    private void serve() {
        Machine machine = Machine.current();
        while (true) {
            machine.accesses(Access.READ, this);
            while (!isDue()) {
                machine.idle();
                machine.accesses(Access.READ, this);
            }
            machine.standAside(Access.WRITE, this);
            if (isDue()) {
                handle(machine);
            }
        }
    }

    private void handle(Machine machine) {
        messaged = false;
        machine.beginsAnew();
        boolean orphaned = actions.isEmpty();
        int handled = orphaned ? IrqHandler.IRQ_NONE : callHandlers(machine);
        boolean claimed = handled != IrqHandler.IRQ_NONE || foreign;
        foreign = false;
        unhandled = claimed ? 0 : unhandled + 1;
        machine.accesses(Access.WRITE, this);
        if (orphaned && asserted) {
            machine.emit(
                    EventKind.MISUSE, this, 0, "a shared interrupt is asserted and its handler is gone: nobody cared");
        }
    }

    private int callHandlers(Machine machine) {
        inProgress = true;
        machine.emit(EventKind.ASYNC_ENTER, this, number, "the interrupt handler");
        @Var int handled = IrqHandler.IRQ_NONE;
        for (Action action : List.copyOf(actions)) {
            handled |= action.threaded ? action.handler.handle(number, action.devId) : inAtomic(machine, action);
            if ((handled & IrqHandler.IRQ_WAKE_THREAD) != 0 && action.thread != null) {
                machine.point(Access.READ, this);
                handled |= action.thread.handle(number, action.devId);
            }
        }
        machine.emit(EventKind.ASYNC_EXIT, this, number, "the interrupt handler");
        inProgress = false;
        machine.accesses(Access.WRITE, this);
        machine.wake(this);
        return handled;
    }

    private int inAtomic(Machine machine, Action action) {
        machine.enterAtomic();
        machine.interrupts(Interrupts.OFF | Interrupts.HANDLER);
        int handled = action.handler.handle(number, action.devId);
        machine.interrupts(0);
        machine.leaveAtomic();
        return handled;
    }
}

package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import org.jspecify.annotations.Nullable;

/// What the mechanisms of the kernel stand on: tasks, the trace, faults, and the tables of one running
/// kernel.
///
/// One machine runs one execution on one carrier thread. A scheduling point comes before the operation that
/// it guards: every mechanism calls [#use] or [#point] first and acts afterwards.
public abstract class Machine {

    private static final ThreadLocal<@Nullable Machine> CURRENT = new ThreadLocal<>();

    final Rcu rcu = new Rcu();
    final CharacterDevices characterDevices = new CharacterDevices();
    final Mutex miscMutex = new Mutex();
    private final int[] atomicDepths = new int[64];
    private final Places places = new Places();

    @Var
    private @Nullable DmaSpace dma;

    /// The machine of this carrier thread.
    public static Machine current() {
        Machine machine = CURRENT.get();
        if (machine == null) {
            throw new IllegalStateException(
                    "No machine runs on this thread: a kernel function was called outside an execution.");
        }
        return machine;
    }

    /// Makes this the machine of the carrier thread.
    protected final void install() {
        CURRENT.set(this);
    }

    /// The number of the running task.
    public abstract int task();

    /// A scheduling point.
    public abstract void point();

    /// A scheduling point of a task that spins.
    public abstract void relax();

    /// A jump backwards in a driver: a task that goes round for long without getting anywhere lets others go
    /// first.
    public abstract void loop();

    /// Blocks the running task until [#unblock] names it.
    ///
    /// @param object what it waits for
    /// @param waitsFor the same in words, such as `a mutex`
    public abstract void block(Struct object, String waitsFor);

    /// Blocks the running task, which serves others and may wait for ever without harm.
    public abstract void idle();

    /// Makes the tasks of a bit set runnable.
    public abstract void unblock(long tasks);

    /// Starts a task that serves others, such as an interrupt.
    public abstract int serve(String name, Runnable body);

    /// Gives an object its number in the trace.
    public abstract int identify(Object object);

    /// Adds an event to the trace. The execution ends here if a rule is broken by it.
    public abstract void emit(EventKind kind, int object, int detail, String note);

    /// Whether an acquisition may succeed; if not, a fault is injected here and the caller fails as the
    /// kernel would.
    ///
    /// @param what the function that acquires, such as `kzalloc`
    public abstract boolean mayAcquire(String what);

    /// The trace number of the latest instance of the device behind node `devt`.
    public abstract int instance(int devt);

    /// The interrupt line with that number.
    public abstract Irq irq(int number);

    /// The memory that devices can reach.
    public final DmaSpace dma() {
        DmaSpace space = dma == null ? new DmaSpace(this) : dma;
        dma = space;
        return space;
    }

    /// Notes which device the running task does I/O on, so that endless loops can be blamed.
    public abstract void doesIoOn(Device device);

    /// A scheduling point before a kernel function uses `struct`, and the check of the memory it lies in.
    public final void use(Struct struct, String function) {
        point();
        touch(struct, function);
    }

    /// The check of the memory that `struct` lies in, without a scheduling point.
    public final void touch(Struct struct, String function) {
        Memory memory = struct.yank$memory();
        if (memory != null) {
            emit(EventKind.USE, memory.id(), 0, function);
        }
    }

    /// Emits an event about a structure.
    public final void emit(EventKind kind, Struct object, int detail, String note) {
        emit(kind, object.id(this), detail, note);
    }

    /// What the running task did so far comes before whoever observes `object`.
    public final void publish(Struct object) {
        emit(EventKind.PUBLISH, object, 0, "");
    }

    /// Whatever was published through `object` comes before what the running task does next.
    public final void observe(Struct object) {
        emit(EventKind.OBSERVE, object, 0, "");
    }

    /// Both in one piece.
    public final void exchange(Struct object) {
        emit(EventKind.EXCHANGE, object, 0, "");
    }

    /// Whoever left `object` or was served by it has ended, and that comes before what the running task does
    /// next.
    public final void join(Struct object) {
        emit(EventKind.JOIN, object, 0, "");
    }

    final Places places() {
        return places;
    }

    /// `might_sleep()`: the running task is about to do something that may sleep.
    public final void mightSleep(String function) {
        if (atomicDepths[task()] > 0) {
            emit(EventKind.SLEEP_IN_ATOMIC, 0, 0, function);
        }
    }

    final void enterAtomic() {
        atomicDepths[task()]++;
    }

    final void leaveAtomic() {
        atomicDepths[task()]--;
    }

    /// The running task as a bit.
    public final long self() {
        return 1L << task();
    }
}

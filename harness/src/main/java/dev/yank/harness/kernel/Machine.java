package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// Whether the driver is registered with its bus.
    public final DriverRegistration registration = new DriverRegistration();

    final List<Kthread> threads = new ArrayList<>(0);
    private final Places places = new Places();

    private final List<String> declarations = new ArrayList<>();

    @Var
    private int[] atomicDepths = new int[16];

    /// For each task how interrupts and timers are to it, see [Interrupts].
    @Var
    private int[] interrupts = new int[16];

    @Var
    private @Nullable DmaSpace dma;

    protected Machine() {
        miscMutex.declaredAs("misc_mtx");
    }

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

    /// A scheduling point before something about which nothing is said; it is taken to conflict with
    /// everything.
    public abstract void point();

    /// Whether anybody wants to know what steps do.
    protected abstract boolean isObserved();

    /// A scheduling point before a part of an object, which has that number as a location, is used.
    protected abstract void point(Access access, int location, int part);

    /// The step that is being taken also does this.
    protected abstract void accesses(Access access, int location, int part);

    /// The number of `struct` as a location.
    protected final int locationOf(Struct struct) {
        return struct.location(this);
    }

    /// A new number for a location.
    protected abstract int locate();

    /// A scheduling point of a task that spins.
    public abstract void relax();

    /// A scheduling point of a task that could go on for long, before it uses `struct`: others should go first.
    public final void standAside(Access access, Struct struct) {
        standAside(access, isObserved() ? struct.location(this) : 0);
    }

    protected abstract void standAside(Access access, int location);

    /// A jump backwards in a driver: a task that goes round for long without getting anywhere lets others go
    /// first.
    public abstract void loop();

    /// Forgets how often the running task went round: it begins something new.
    public abstract void beginsAnew();

    /// Blocks the running task until [#unblock] names it.
    ///
    /// @param object what it waits for, which it will change once it goes on
    /// @param waitsFor the same in words, such as `a mutex`
    public final void block(Struct object, String waitsFor) {
        block(Access.WRITE, object, waitsFor);
    }

    /// Blocks the running task until [#unblock] names it.
    ///
    /// @param access how it will use what it waits for once it goes on
    /// @param object what it waits for
    /// @param waitsFor the same in words, such as `a mutex`
    public abstract void block(Access access, Struct object, String waitsFor);

    /// Blocks the running task, which serves others and may wait for ever without harm.
    public abstract void idle();

    /// Makes a task runnable, if it is blocked.
    public abstract void unblock(int task);

    /// Makes every task runnable that is blocked on `object`.
    ///
    /// @return whether there was one
    public abstract boolean wake(Struct object);

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
    ///
    /// Whatever else the function changes or looks at that others may use at the same time, and that no lock
    /// protects, must be told to [#accesses].
    public final void use(Struct struct, String function) {
        use(Access.WRITE, struct, function);
    }

    /// A scheduling point before a kernel function uses `struct` in this way, and the check of the memory it
    /// lies in.
    public final void use(Access access, Struct struct, String function) {
        point(access, struct);
        touch(struct, function);
    }

    /// A scheduling point before `struct` is used in this way.
    public final void point(Access access, Struct struct) {
        point(access, isObserved() ? struct.location(this) : 0, 0);
    }

    /// A scheduling point before a field is used in this way.
    final void pointAtField(Access access, @Nullable Shadowed object, String field) {
        if (!isObserved()) {
            point(access, 0, 0);
            return;
        }
        Memory memory = object == null ? null : object.yank$memory();
        if (memory != null) {
            point(access, memory.location(this), field.hashCode());
        } else if (object instanceof Struct struct) {
            point(access, struct.location(this), field.hashCode());
        } else {
            point(access, Shared.FIELDS, field.hashCode());
        }
    }

    /// A scheduling point before memory is freed.
    final void pointAtFree(Memory memory) {
        point(Access.WRITE, isObserved() ? memory.location(this) : 0, 0);
    }

    /// A scheduling point before something shared is used in this way.
    public final void point(Access access, Shared what, int part) {
        point(access, what.ordinal() + 1, part);
    }

    /// The step that is being taken also uses `struct` in this way.
    public final void accesses(Access access, Struct struct) {
        if (isObserved()) {
            accesses(access, struct.location(this), 0);
        }
    }

    /// The step that is being taken also uses something shared in this way.
    public final void accesses(Access access, Shared what, int part) {
        accesses(access, what.ordinal() + 1, part);
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

    /// The number of the place in a driver or in the kernel where structures are declared, from 1.
    final int declaration(String declared) {
        int number = declarations.indexOf(declared);
        if (number >= 0) {
            return number + 1;
        }
        declarations.add(declared);
        return declarations.size();
    }

    /// How interrupts and timers are to the running task, as bits of [Interrupts].
    final int interrupts() {
        int task = task();
        return task < interrupts.length ? interrupts[task] : 0;
    }

    final void interrupts(int bits) {
        int task = task();
        if (task >= interrupts.length) {
            interrupts = Arrays.copyOf(interrupts, 2 * task);
        }
        interrupts[task] = bits;
    }

    final Places places() {
        return places;
    }

    /// `might_sleep()`: the running task is about to do something that may sleep.
    public final void mightSleep(String function) {
        int task = task();
        if (task < atomicDepths.length && atomicDepths[task] > 0) {
            emit(EventKind.SLEEP_IN_ATOMIC, 0, 0, function);
        }
    }

    final void enterAtomic() {
        int task = task();
        if (task >= atomicDepths.length) {
            atomicDepths = Arrays.copyOf(atomicDepths, 2 * task);
        }
        atomicDepths[task]++;
    }

    final void leaveAtomic() {
        int task = task();
        if (task < atomicDepths.length) {
            atomicDepths[task]--;
        }
    }
}

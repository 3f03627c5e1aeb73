package dev.yank.harness.sim;

import static dev.yank.harness.schedule.Access.NOTHING;
import static dev.yank.harness.schedule.Access.add;
import static dev.yank.harness.schedule.Access.read;
import static dev.yank.harness.schedule.Access.write;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Irq;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.kernel.Struct;
import dev.yank.harness.kernel.WaitQueueHead;
import dev.yank.harness.schedule.DecisionLog;
import dev.yank.harness.schedule.Scheduler;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.TaskSet;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.TraceJudge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The machine of one execution, on the [Scheduler].
final class SimulatedMachine extends Machine {

    /// More scheduling points than this and an execution is taken to go round in circles.
    static final int STEP_LIMIT = 6_000;

    /// How many nodes there may be in `/dev`, more than one of which may have stood for one device.
    static final int NODES = 16;

    private static final int PATIENCE_WITH_LOOPS = 32;

    private final Scheduler scheduler;
    private final EventLog log;
    private final @Nullable AccessPairs pairs;
    private final int faultAt;

    private final TaskSet waiting = new TaskSet();
    private final TaskSet idle = new TaskSet();
    private final TaskSet faulted = new TaskSet();
    private final List<Irq> irqs = new ArrayList<>(2);
    private final int[] instances = new int[NODES];
    private final Identities objects = new Identities();

    @Var
    private Whereabouts[] tasks = new Whereabouts[12];

    @Var
    private int acquisitions;

    SimulatedMachine(
            Strategy strategy,
            TraceJudge judge,
            @Nullable AccessPairs pairs,
            int faultAt,
            @Nullable TraceRecorder recorder,
            @Nullable DecisionLog decisions) {
        this.scheduler = new Scheduler(strategy, STEP_LIMIT, decisions);
        this.log = new EventLog(judge, recorder, scheduler.isObserved() ? new JudgedState(this) : null, pairs);
        this.pairs = pairs;
        this.faultAt = faultAt;
        install();
        judge.begin();
    }

    /// Runs until nobody can go on.
    ///
    /// @return whether the execution goes on: nothing was found, and no step limit was met
    boolean quiesces() {
        Scheduler.Ending ending = scheduler.run();
        if (ending == Scheduler.Ending.STEP_LIMIT) {
            reportSpinning();
        }
        return ending == Scheduler.Ending.QUIESCENT;
    }

    /// Whether somebody waits for ever; if so, everybody who does is reported.
    boolean isStuck() {
        if (blockedForEver().isEmpty()) {
            return false;
        }
        reportStuck();
        return true;
    }

    int spawn(String name, Runnable body) {
        int task = scheduler.spawn(name, () -> survive(body));
        if (task == tasks.length) {
            tasks = Arrays.copyOf(tasks, 2 * task);
        }
        tasks[task] = new Whereabouts();
        plays(task, name);
        return task;
    }

    /// Runs driver code; what it throws is an oops.
    private void survive(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | StackOverflowError thrown) {
            boolean wrongType = thrown instanceof ClassCastException;
            emit(wrongType ? EventKind.WRONG_TYPE : EventKind.OOPS, 0, 0, Oops.describe(thrown));
            throw thrown;
        }
    }

    @Override
    public int task() {
        return scheduler.current();
    }

    @Override
    public void point() {
        scheduler.point();
    }

    @Override
    protected boolean isObserved() {
        return scheduler.isObserved();
    }

    @Override
    protected void point(Access access, int location, int part) {
        scheduler.point(scheduler.isObserved() ? encode(access, location, part) : NOTHING);
    }

    @Override
    protected void accesses(Access access, int location, int part) {
        if (scheduler.isObserved()) {
            scheduler.accessed(encode(access, location, part));
        }
    }

    private static long encode(Access access, int location, int part) {
        return switch (access) {
            case READ -> read(location, part);
            case ADD -> add(location, part);
            case WRITE -> write(location, part);
        };
    }

    @Override
    protected int locate() {
        return scheduler.newLocation();
    }

    @Override
    public void relax() {
        tasks[task()].loops++;
        scheduler.relax();
    }

    @Override
    protected void standAside(Access access, int location) {
        scheduler.relax(scheduler.isObserved() ? encode(access, location, 0) : NOTHING);
    }

    @Override
    public void loop() {
        if (++tasks[task()].loops > PATIENCE_WITH_LOOPS) {
            scheduler.relax();
        }
    }

    @Override
    public void block(Access access, Struct object, String what) {
        Whereabouts task = tasks[task()];
        emit(EventKind.BLOCK, object, 0, what);
        task.blockedOn = object;
        task.waitsFor = what;
        waiting.add(task());
        scheduler.block(scheduler.isObserved() ? encode(access, locationOf(object), 0) : NOTHING);
        waiting.remove(task());
    }

    @Override
    public void idle() {
        idle.add(task());
        scheduler.block(NOTHING);
        idle.remove(task());
    }

    @Override
    public void unblock(int task) {
        waiting.remove(task);
        scheduler.unblock(task);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very structure
    public boolean wake(Struct object) {
        @Var boolean any = false;
        for (@Var int task = waiting.next(0); task >= 0; task = waiting.next(task + 1)) {
            if (tasks[task].blockedOn == object) {
                unblock(task);
                any = true;
            }
        }
        return any;
    }

    @Override
    public int serve(String name, Runnable body) {
        int child = spawn(name, body);
        emit(EventKind.FORK, 0, child, name);
        return child;
    }

    /// Says that everybody has come to rest: tasks that are spawned now come after them.
    void settle() {
        log.addAtRest(EventKind.SETTLED, task(), 0, 0, "");
    }

    @Override
    public int identify(Object object) {
        return objects.add(object);
    }

    @Override
    public void emit(EventKind kind, int object, int detail, String note) {
        boolean isBroken = log.add(kind, task(), object, detail, note);
        if (isBroken && kind != EventKind.STUCK && kind != EventKind.SPINNING) {
            scheduler.stop();
        }
    }

    @Override
    public boolean mayAcquire(String what) {
        if (faultAt != 0) {
            accesses(Access.WRITE, Shared.ACQUISITIONS, 0);
        }
        if (++acquisitions != faultAt) {
            return true;
        }
        faulted.add(task());
        emit(EventKind.FAULT, 0, 0, what);
        return false;
    }

    @Override
    public Irq irq(int number) {
        return irqs.get(number);
    }

    /// Adds an interrupt line and returns its number.
    int addIrq() {
        irqs.add(new Irq(irqs.size()));
        return irqs.size() - 1;
    }

    @Override
    public void doesIoOn(Device device) {
        tasks[task()].ioDevice = device.id(this);
    }

    @Override
    public int instance(int devt) {
        return instances[devt];
    }

    void instance(int devt, Device device) {
        instances[devt] = device.id(this);
    }

    @Override
    public void beginsAnew() {
        tasks[task()].loops = 0;
    }

    /// As [#beginsAnew()], of a process.
    ///
    /// @param role what it is about from now on
    void beginsAnew(String role) {
        beginsAnew();
        plays(task(), role);
    }

    private void plays(int task, String role) {
        if (pairs != null) {
            pairs.plays(task, role);
        }
    }

    /// Whether an injected fault struck the running task since this was last asked.
    boolean takeFault() {
        boolean struck = faulted.contains(task());
        faulted.remove(task());
        return struck;
    }

    /// How many acquisitions there were.
    int acquisitions() {
        return acquisitions;
    }

    /// The blocked tasks that wait for something. A server that has nothing to do does not, but one that is
    /// blocked while it serves does.
    private TaskSet blockedForEver() {
        TaskSet blocked = scheduler.blocked();
        for (@Var int task = idle.next(0); task >= 0; task = idle.next(task + 1)) {
            blocked.remove(task);
        }
        return blocked;
    }

    /// Reports every task that can never go on. Judged together, because one is stuck on account of the
    /// other.
    private void reportStuck() {
        TaskSet stuck = blockedForEver();
        for (@Var int task = stuck.next(0); task >= 0; task = stuck.next(task + 1)) {
            Struct object = tasks[task].blockedOn;
            boolean asleep = object instanceof WaitQueueHead || object instanceof Completion;
            log.addAtRest(
                    EventKind.STUCK, task, object == null ? 0 : object.id(this), asleep ? 1 : 0, tasks[task].waitsFor);
        }
    }

    /// Reports the tasks that go round when all steps are used up: those that could go on and have gone round
    /// for long, or, where there is none, the one that runs. Whoever goes round lets others go first, so each had
    /// its turns.
    private void reportSpinning() {
        @Var boolean any = false;
        for (int task = 0; task < scheduler.taskCount(); task++) {
            if (scheduler.isRunnable(task) && tasks[task].loops > PATIENCE_WITH_LOOPS) {
                reportSpinning(task);
                any = true;
            }
        }
        if (!any) {
            reportSpinning(task());
        }
    }

    private void reportSpinning(int task) {
        log.addAtRest(EventKind.SPINNING, task, 0, tasks[task].ioDevice, "more than " + STEP_LIMIT + " steps");
    }

    /// What happened at a step at which something was found; where a finding names another step, when it was found.
    EventKind kindAt(int step) {
        return log.failureAt(step).kind();
    }

    /// Where the task was that did it, innermost frame first.
    List<StackTraceElement> stackAt(int step) {
        Failures.Failure failure = log.failureAt(step);
        return switch (failure.kind()) {
            case END, LEAKED -> List.of();
            default -> scheduler.stackOf(failure.task());
        };
    }

    /// Emits an event after the last task has ended.
    void emitAfterwards(EventKind kind, int object) {
        log.addAtRest(kind, task(), object, 0, "");
    }

    long fingerprint() {
        return log.fingerprint();
    }

    int events() {
        return log.events();
    }

    int objects() {
        return objects.count();
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Names names() {
        String[] tasks = new String[scheduler.taskCount()];
        Arrays.setAll(tasks, scheduler::nameOf);
        return objects.names(tasks);
    }
}

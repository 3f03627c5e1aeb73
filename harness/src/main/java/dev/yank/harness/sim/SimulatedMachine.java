package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Completion;
import dev.yank.harness.kernel.Device;
import dev.yank.harness.kernel.Irq;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Struct;
import dev.yank.harness.kernel.WaitQueueHead;
import dev.yank.harness.schedule.DecisionLog;
import dev.yank.harness.schedule.Scheduler;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.schedule.Tasks;
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

    private static final int PATIENCE_WITH_LOOPS = 32;

    private final Scheduler scheduler;
    private final TraceJudge judge;
    private final @Nullable TraceRecorder recorder;
    private final @Nullable AccessPairs pairs;
    private final int faultAt;

    private final @Nullable Struct[] blockedOn = new Struct[Tasks.MOST];
    private final @Nullable String[] waitsFor = new String[Tasks.MOST];
    private final int[] ioDevices = new int[Tasks.MOST];
    private final int[] loops = new int[Tasks.MOST];
    private final List<Irq> irqs = new ArrayList<>(2);
    private final int[] instances = new int[4];
    private final List<Failure> failures = new ArrayList<>(0);

    /// An event at which something was found.
    private record Failure(int step, EventKind kind, int task) {}

    @Var
    private Object[] objects = new Object[48];

    @Var
    private int objectCount;

    @Var
    private long idle;

    @Var
    private int acquisitions;

    @Var
    private long faulted;

    @Var
    private int events;

    @Var
    private long fingerprint;

    SimulatedMachine(
            Strategy strategy,
            TraceJudge judge,
            @Nullable AccessPairs pairs,
            int faultAt,
            @Nullable TraceRecorder recorder,
            @Nullable DecisionLog log) {
        this.scheduler = new Scheduler(strategy, STEP_LIMIT, log);
        this.judge = judge;
        this.pairs = pairs;
        this.faultAt = faultAt;
        this.recorder = recorder;
        install();
        judge.begin();
    }

    /// Runs until nobody can go on.
    Scheduler.Ending run() {
        return scheduler.run();
    }

    int spawn(String name, Runnable body) {
        int task = scheduler.spawn(name, () -> survive(body));
        plays(task, name);
        return task;
    }

    /// Runs driver code; what it throws is an oops.
    private void survive(Runnable body) {
        try {
            body.run();
        } catch (RuntimeException | StackOverflowError thrown) {
            emit(EventKind.OOPS, 0, 0, describe(thrown));
            throw thrown;
        }
    }

    private static String describe(Throwable thrown) {
        String where = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("dev.yank.harness.")
                        && !frame.getClassName().startsWith("java.")
                        && !frame.getClassName().startsWith("jdk."))
                .findFirst()
                .map(frame ->
                        " in " + frame.getMethodName() + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        return switch (thrown) {
            case NullPointerException _ -> "it dereferenced a null pointer" + where;
            case StackOverflowError _ -> "its stack overflowed" + where;
            default -> "it threw " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage() + where;
        };
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
    public void relax() {
        scheduler.relax();
    }

    @Override
    public void loop() {
        if (++loops[task()] > PATIENCE_WITH_LOOPS) {
            scheduler.relax();
        }
    }

    @Override
    public void block(Struct object, String what) {
        int task = task();
        emit(EventKind.BLOCK, object, 0, what);
        blockedOn[task] = object;
        waitsFor[task] = what;
        scheduler.block();
    }

    @Override
    public void idle() {
        idle |= self();
        scheduler.block();
        idle &= ~self();
    }

    @Override
    public void unblock(long tasks) {
        scheduler.unblock(tasks);
    }

    @Override
    public int serve(String name, Runnable body) {
        return spawn(name, body);
    }

    @Override
    public int identify(Object object) {
        int id = ++objectCount;
        if (id == objects.length) {
            objects = Arrays.copyOf(objects, 2 * id);
        }
        objects[id] = object;
        return id;
    }

    @Override
    public void emit(EventKind kind, int object, int detail, String note) {
        int task = task();
        int step = ++events;
        long what =
                ((long) kind.ordinal() << 56) ^ ((long) task << 48) ^ ((long) object << 32) ^ (detail & 0xffff_ffffL);
        fingerprint = (Long.rotateLeft(fingerprint, 5) ^ what) * 0x9E3779B97F4A7C15L;
        if (recorder != null) {
            recorder.record(step, kind, task, object, detail, note);
        }
        if (pairs != null && (AccessPairs.ACCESSES >>> kind.ordinal() & 1) != 0) {
            pairs.event(kind, task, object, note);
        }
        judge.event(step, kind, task, object, detail, note);
        if (judge.hasFindings() && kind != EventKind.STUCK && kind != EventKind.SPINNING) {
            failures.add(new Failure(step, kind, task));
            scheduler.stop();
        }
    }

    @Override
    public boolean mayAcquire(String what) {
        if (++acquisitions != faultAt) {
            return true;
        }
        faulted |= self();
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
        ioDevices[task()] = device.id(this);
    }

    @Override
    public int instance(int devt) {
        return instances[devt];
    }

    void instance(int devt, Device device) {
        instances[devt] = device.id(this);
    }

    /// The running task begins something new: forgets how often it went round.
    ///
    /// @param role what it is about from now on
    void beginsAnew(String role) {
        loops[task()] = 0;
        plays(task(), role);
    }

    private void plays(int task, String role) {
        if (pairs != null) {
            pairs.plays(task, role);
        }
    }

    /// Whether an injected fault struck the running task since this was last asked.
    boolean takeFault() {
        boolean struck = (faulted & self()) != 0;
        faulted &= ~self();
        return struck;
    }

    /// How many acquisitions there were.
    int acquisitions() {
        return acquisitions;
    }

    /// The blocked tasks that wait for something. A server that has nothing to do does not, but one that is
    /// blocked while it serves does.
    long blockedForEver() {
        return scheduler.blocked() & ~idle;
    }

    /// Reports every task that can never go on. Judged together, because one is stuck on account of the
    /// other.
    void reportStuck() {
        for (@Var long rest = blockedForEver(); rest != 0; rest &= rest - 1) {
            int task = Tasks.lowest(rest);
            Struct object = blockedOn[task];
            String what = waitsFor[task];
            boolean asleep = object instanceof WaitQueueHead || object instanceof Completion;
            emitFor(
                    EventKind.STUCK,
                    task,
                    object == null ? 0 : object.id(this),
                    asleep ? 1 : 0,
                    what == null ? "nothing" : what);
        }
    }

    /// Reports the task that used up all steps.
    void reportSpinning() {
        int task = task();
        emitFor(EventKind.SPINNING, task, 0, ioDevices[task], "more than " + STEP_LIMIT + " steps");
    }

    /// Emits an event in the name of a task that does not run.
    private void emitFor(EventKind kind, int task, int object, int detail, String note) {
        int step = ++events;
        if (recorder != null) {
            recorder.record(step, kind, task, object, detail, note);
        }
        judge.event(step, kind, task, object, detail, note);
        if (judge.hasFindings()) {
            failures.add(new Failure(step, kind, task));
        }
    }

    /// What happened at a step at which something was found; where a finding names another step, when it was found.
    EventKind kindAt(int step) {
        return failureAt(step).kind;
    }

    /// Where the task was that did it, innermost frame first.
    List<StackTraceElement> stackAt(int step) {
        Failure failure = failureAt(step);
        return switch (failure.kind) {
            case END, LEAKED -> List.of();
            default -> scheduler.stackOf(failure.task);
        };
    }

    private Failure failureAt(int step) {
        return failures.stream()
                .filter(failure -> failure.step == step)
                .findFirst()
                .orElseGet(failures::getFirst);
    }

    /// Emits an event after the last task has ended.
    void emitAfterwards(EventKind kind, int object) {
        emitFor(kind, task(), object, 0, "");
    }

    long fingerprint() {
        return fingerprint;
    }

    int events() {
        return events;
    }

    int objects() {
        return objectCount;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    Names names() {
        String[] tasks = new String[scheduler.taskCount()];
        Arrays.setAll(tasks, scheduler::nameOf);
        return new Names(objects, objectCount, tasks);
    }
}

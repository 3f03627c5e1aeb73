package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.ProcessId;
import dev.yank.model.linearize.Entry;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the processes of one execution saw: invocations and completions in their real-time order.
public final class HistoryRecorder {

    private static final int PENDING = Integer.MIN_VALUE;

    @Var
    private @Nullable DeviceOperation[] operations = new DeviceOperation[24];

    @Var
    private int[] processes = new int[24];

    @Var
    private int[] invoked = new int[24];

    @Var
    private int[] completed = new int[24];

    @Var
    private int[] responses = new int[24];

    @Var
    private int[] tasks = new int[24];

    @Var
    private int[] afterEvent = new int[24];

    @Var
    private int[] beforeEvent = new int[24];

    @Var
    private int[] positions = new int[24];

    @Var
    private int[] firstPhase = new int[24];

    @Var
    private int[] lastPhase = new int[24];

    @Var
    private int count;

    @Var
    private int events;

    @Var
    private long fingerprint;

    @Var
    private boolean isFingerprinted;

    /// A process asks for something.
    ///
    /// @return a number under which to report the completion
    ///
    /// @param position the place of the operation among those of its process, from 0
    /// @param task the task that plays the process
    /// @param traced how many events the trace has
    /// @param phase the phase of the device
    int invoke(int process, DeviceOperation operation, int position, int task, int traced, int phase) {
        if (count == processes.length) {
            grow();
        }
        positions[count] = position;
        operations[count] = operation;
        processes[count] = process;
        invoked[count] = events++;
        responses[count] = PENDING;
        tasks[count] = task;
        afterEvent[count] = traced;
        beforeEvent[count] = Integer.MAX_VALUE;
        firstPhase[count] = phase;
        lastPhase[count] = Integer.MAX_VALUE;
        return count++;
    }

    /// The process gets its answer.
    ///
    /// @param traced how many events the trace has
    /// @param phase the phase of the device
    void complete(int index, int response, int traced, int phase) {
        lastPhase[index] = phase;
        beforeEvent[index] = traced;
        completed[index] = events++;
        responses[index] = response;
    }

    private void grow() {
        operations = Arrays.copyOf(operations, 2 * count);
        processes = Arrays.copyOf(processes, 2 * count);
        invoked = Arrays.copyOf(invoked, 2 * count);
        completed = Arrays.copyOf(completed, 2 * count);
        responses = Arrays.copyOf(responses, 2 * count);
        tasks = Arrays.copyOf(tasks, 2 * count);
        afterEvent = Arrays.copyOf(afterEvent, 2 * count);
        beforeEvent = Arrays.copyOf(beforeEvent, 2 * count);
        positions = Arrays.copyOf(positions, 2 * count);
        firstPhase = Arrays.copyOf(firstPhase, 2 * count);
        lastPhase = Arrays.copyOf(lastPhase, 2 * count);
    }

    /// A number that is the same for histories which are the same but for events whose order no process could
    /// see: the order among invocations that follow each other, and among completions that do. To be asked for
    /// once the execution is over.
    long fingerprint() {
        if (!isFingerprinted) {
            fingerprint = sumOfEntries();
            isFingerprinted = true;
        }
        return fingerprint;
    }

    private long sumOfEntries() {
        @Var long sum = count;
        @Var int phase = 0;
        int[] phases = new int[events];
        boolean[] completes = new boolean[events];
        for (int i = 0; i < count; i++) {
            if (responses[i] != PENDING) {
                completes[completed[i]] = true;
            }
        }
        for (int event = 1; event < events; event++) {
            phase += completes[event - 1] && !completes[event] ? 1 : 0;
            phases[event] = phase;
        }
        for (int i = 0; i < count; i++) {
            boolean pending = responses[i] == PENDING;
            long entry = ((long) processes[i] << 56)
                    ^ ((long) phases[invoked[i]] << 40)
                    ^ ((long) (pending ? 0xffff : phases[completed[i]]) << 24)
                    ^ responses[i]
                    ^ ((long) indexOfProcess(i) << 48);
            sum += SplitMix.mix(entry);
        }
        return sum;
    }

    private int indexOfProcess(int entry) {
        @Var int before = 0;
        for (int i = 0; i < entry; i++) {
            before += processes[i] == processes[entry] ? 1 : 0;
        }
        return before;
    }

    /// How many operations were invoked.
    public int size() {
        return count;
    }

    /// Operation number `index`, in the order of invocation.
    public DeviceOperation operation(int index) {
        return operationAt(index);
    }

    /// The process that invoked it; the set-up and the tear-down come after the processes of the program.
    public int process(int index) {
        return processes[index];
    }

    /// Its place among the operations of its process, from 0.
    public int position(int index) {
        return positions[index];
    }

    /// The task that played its process.
    public int task(int index) {
        return tasks[index];
    }

    /// How many events the trace had when it was invoked.
    public int afterEvent(int index) {
        return afterEvent[index];
    }

    /// How many events the trace had when it completed; `Integer.MAX_VALUE` where it never did.
    public int beforeEvent(int index) {
        return beforeEvent[index];
    }

    /// The phase of the device in which it was invoked.
    public int firstPhase(int index) {
        return firstPhase[index];
    }

    /// The phase of the device in which it completed; `Integer.MAX_VALUE` where it never did.
    public int lastPhase(int index) {
        return lastPhase[index];
    }

    /// What was answered; empty where it never completed.
    public Optional<Response> response(int index) {
        return responses[index] == PENDING ? Optional.empty() : Optional.of(Response.of(responses[index]));
    }

    /// The history for the linearizability checker.
    public List<Entry<DeviceOperation, Response>> entries() {
        List<Entry<DeviceOperation, Response>> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DeviceOperation operation = operationAt(i);
            entries.add(
                    responses[i] == PENDING
                            ? Entry.lost(processes[i], operation, invoked[i])
                            : new Entry<>(
                                    processes[i], operation, Response.of(responses[i]), invoked[i], completed[i]));
        }
        return entries;
    }

    /// The history in Jepsen's shape; operations that never completed end in `:info`.
    public History history() {
        @Nullable Event[] ordered = new Event[events];
        List<Event> lost = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DeviceOperation operation = operationAt(i);
            var process = new ProcessId(processes[i]);
            ordered[invoked[i]] =
                    new Event(process, EventType.INVOKE, operation.f(), operation.value(), invoked[i], invoked[i]);
            if (responses[i] == PENDING) {
                int index = events + lost.size();
                lost.add(new Event(process, EventType.INFO, operation.f(), operation.value(), index, index));
            } else {
                ordered[completed[i]] =
                        new Event(process, EventType.OK, operation.f(), responses[i], completed[i], completed[i]);
            }
        }
        List<Event> all = new ArrayList<>();
        for (Event event : ordered) {
            if (event != null) {
                all.add(event);
            }
        }
        all.addAll(lost);
        return new History(all);
    }

    private DeviceOperation operationAt(int index) {
        DeviceOperation operation = operations[index];
        if (operation == null) {
            throw new IllegalStateException("There is no operation " + index + ".");
        }
        return operation;
    }
}

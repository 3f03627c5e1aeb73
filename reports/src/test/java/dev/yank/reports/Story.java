package dev.yank.reports;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Origin;
import dev.yank.harness.run.PerformedOperation;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.Schedule.Preemption;
import dev.yank.harness.sim.Backdrop;
import dev.yank.model.history.Event;
import dev.yank.model.history.EventType;
import dev.yank.model.history.History;
import dev.yank.model.history.ProcessId;
import dev.yank.model.rule.Finding;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.Response;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes down a counterexample by hand, in the order in which things happen.
public final class Story {

    private final List<String> tasks;
    private final SortedMap<Integer, String> objects = new TreeMap<>();
    private final List<KernelEvent> trace = new ArrayList<>();
    private final List<PerformedOperation> operations = new ArrayList<>();
    private final List<Event> history = new ArrayList<>();

    @Var
    private int faultAt;

    /// @param tasks the names of the tasks by their numbers
    public Story(String... tasks) {
        this.tasks = List.of(tasks);
    }

    /// Gives an object a name.
    public Story object(int number, String name) {
        objects.put(number, name);
        return this;
    }

    /// Says that an acquisition is made to fail.
    public Story faultAt(int acquisition) {
        faultAt = acquisition;
        return this;
    }

    /// A task asks.
    public Story asks(int task, DeviceOperation operation) {
        operations.add(new PerformedOperation(task, operation, Optional.empty(), trace.size(), Integer.MAX_VALUE));
        record(task, EventType.INVOKE, operation.f(), operation.value());
        return this;
    }

    /// The task gets its answer.
    public Story gets(int task, int coded) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            PerformedOperation asked = operations.get(i);
            if (asked.task() == task) {
                operations.set(
                        i,
                        new PerformedOperation(
                                task,
                                asked.operation(),
                                Optional.of(Response.of(coded)),
                                asked.afterEvent(),
                                trace.size()));
                record(task, EventType.OK, asked.operation().f(), coded);
                return this;
            }
        }
        throw new IllegalStateException("Task " + task + " has not asked for anything.");
    }

    /// A task asks and gets its answer at once.
    public Story does(int task, DeviceOperation operation, int coded) {
        return asks(task, operation).gets(task, coded);
    }

    /// Something happens in the kernel.
    public Story event(EventKind kind, int task, int object, int detail, String note) {
        trace.add(new KernelEvent(trace.size() + 1, kind, task, object, detail, note));
        return this;
    }

    /// The number of the last event.
    public int last() {
        return trace.size();
    }

    private void record(int task, EventType type, String f, Object value) {
        int index = history.size();
        history.add(new Event(new ProcessId(task), type, f, value, index, index));
    }

    /// The end: a rule is broken at one step.
    public Counterexample breaks(String driver, String rule, String sentence, int step) {
        RuleId id = RuleId.parse(rule);
        var about = new DriverUnderTest(
                driver,
                "dev.yank.drivers.Example",
                DeviceUnderTest.PL061,
                Policy.DEFAULT,
                Optional.of(id),
                "A driver made up for this test.");
        return of(about, new Finding(id, sentence, step));
    }

    /// The end, for any driver.
    public Counterexample of(DriverUnderTest driver, Finding finding) {
        List<DeviceOperation> asked =
                operations.stream().map(PerformedOperation::operation).toList();
        return new Counterexample(
                driver,
                finding,
                new Program(List.of(), List.of(asked), faultAt),
                new Schedule(List.of(new Preemption(4, 1))),
                operations,
                new History(history),
                trace,
                Backdrop.NONE,
                tasks,
                objects,
                new Origin(1_017, "pct(depth=2)", 41, 12),
                "y1.6ChVn2pd7Kq0bZxW4tJm",
                "");
    }
}

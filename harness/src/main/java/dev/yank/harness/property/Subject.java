package dev.yank.harness.property;

import dev.yank.harness.program.Program;
import dev.yank.harness.run.Counterexample;
import dev.yank.harness.run.DeviceUnderTest;
import dev.yank.harness.run.DriverCatalog;
import dev.yank.harness.run.DriverUnderTest;
import dev.yank.harness.run.Evidence;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.run.Origin;
import dev.yank.harness.run.UsageException;
import dev.yank.harness.schedule.RandomWalk;
import dev.yank.harness.schedule.Replay;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.HistoryEntries;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult;
import dev.yank.model.rule.Finding;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Faults;
import dev.yank.model.spec.device.Initially;
import dev.yank.model.spec.device.Response;
import dev.yank.model.trace.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.jspecify.annotations.Nullable;

/// One driver, tried with one program after the other. What it finds it throws as an [AssertionError].
final class Subject {

    private static final int SCHEDULES = 12;
    private static final int SCHEDULES_A_FAULT = 2;
    private static final String FAULT_SWEEP = "fault sweep";
    private static final Limits LIMITS = new Limits(200_000);

    private final LoadedDriver driver;
    private final Explorer explorer;

    private Subject(LoadedDriver driver) {
        this.driver = driver;
        this.explorer = new Explorer(driver);
    }

    /// The driver of that class; loaded once for all properties.
    ///
    /// @throws UsageException where it drives another device
    static Subject of(String className, DeviceUnderTest device) {
        Subject subject = Store.getOrCreate(
                        List.of(Subject.class, className),
                        Lifespan.RUN,
                        () -> new Subject(DriverCatalog.ofProject().ofClass(className)))
                .get();
        DeviceUnderTest driven = subject.driver.about().device();
        if (driven != device) {
            throw new UsageException("Class " + className + " drives " + driven.label()
                    + "; implement the properties of that device, not those of " + device.label() + ".");
        }
        return subject;
    }

    /// The program without operations that the driver does not offer.
    Program offered(Program program) {
        return driver.restrict(program);
    }

    /// Under none of some schedules a rule is broken.
    void breaksNoRule(Program program, long seed) {
        Strategy strategy = Strategies.create(Strategies.DEFAULT);
        for (int i = 0; i < SCHEDULES; i++) {
            require(program, strategy, SplitMix.derive(seed, i), strategy::name);
        }
    }

    /// Whichever acquisition fails, everything is given back; and the device can be bound again at once.
    void leavesNothingBehind(Program arbitrary, long seed) {
        List<DeviceOperation> setUp = new ArrayList<>(List.of(new Probe(0)));
        setUp.addAll(arbitrary.setUp());
        Program program = arbitrary.withSetUp(setUp).withFaultAt(0);
        int acquisitions = run(program, new Replay(Schedule.ORDINARY), 0, Tracing.JUDGE_ONLY)
                .outcome()
                .acquisitions();
        for (int fault = 1; fault <= acquisitions; fault++) {
            require(program.withFaultAt(fault), new Replay(Schedule.ORDINARY), 0, () -> FAULT_SWEEP);
            for (int i = 0; i < SCHEDULES_A_FAULT; i++) {
                require(program.withFaultAt(fault), new RandomWalk(), SplitMix.derive(seed, i), () -> FAULT_SWEEP);
            }
        }
    }

    /// The schedule of an execution, replayed, gives that execution.
    void repeatsItself(Program program, long seed) {
        Outcome first = run(program, new RandomWalk(), seed, Tracing.KEEP).outcome();
        List<KernelEvent> trace = first.trace();
        Schedule schedule = first.schedule();
        List<KernelEvent> again =
                run(program, new Replay(schedule), 0, Tracing.KEEP).outcome().trace();
        if (!again.equals(trace)) {
            throw new AssertionError("The driver " + name() + " does not repeat itself: event "
                    + firstDifference(trace, again) + " of " + trace.size()
                    + " is another when the same program is performed under the same schedule; look for a mutable"
                    + " static, an identity hash or an unordered collection in the driver.");
        }
    }

    private static int firstDifference(List<KernelEvent> one, List<KernelEvent> other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            if (!one.get(i).equals(other.get(i))) {
                return i + 1;
            }
        }
        return common + 1;
    }

    /// Some order of the operations explains every answer, judged by the history in Jepsen's shape alone.
    void answersInSomeOrder(Program program, long seed) {
        for (int i = 0; i < SCHEDULES; i++) {
            Judged judged = run(program, new RandomWalk(), SplitMix.derive(seed, i), Tracing.JUDGE_ONLY);
            HistoryRecorder history = judged.outcome().history();
            if (judged.outcome().hasFindings()) {
                continue; // the execution was ended at a broken rule, which is another property's matter
            }
            check(spec(program), history);
        }
    }

    private SequentialSpec<?, DeviceOperation, Response> spec(Program program) {
        DriverUnderTest about = driver.about();
        return DeviceSpecs.forPolicy(
                about.device().kind(),
                about.policy(),
                Initially.GONE,
                program.faultAt() == 0 ? Faults.NONE : Faults.INJECTED);
    }

    private <S> void check(SequentialSpec<S, DeviceOperation, Response> spec, HistoryRecorder recorded) {
        List<Entry<DeviceOperation, Response>> entries =
                HistoryEntries.of(recorded.history(), DeviceOperation::of, Subject::response);
        if (LinearizabilityChecker.check(spec, entries, LIMITS)
                instanceof LinearizabilityResult.NotLinearizable<DeviceOperation, Response> refused) {
            throw new AssertionError("No order of the operations explains what the processes saw of " + name() + ": "
                    + refused.sentence());
        }
    }

    private static Response response(@Nullable Object value) {
        return Response.of(((Number) Objects.requireNonNull(value)).intValue());
    }

    private void require(Program program, Strategy strategy, long seed, Supplier<String> strategyName) {
        Judged judged = run(program, strategy, seed, Tracing.JUDGE_ONLY);
        if (judged.isViolation()) {
            Finding finding = judged.findings().getFirst();
            Schedule schedule = judged.outcome().schedule();
            var origin = new Origin(
                    1,
                    strategyName.get(),
                    program.size(),
                    schedule.preemptions().size());
            throw new AssertionError(
                    sentence(new Evidence(driver, explorer).of(finding.rule(), program, schedule, origin)));
        }
    }

    private String sentence(Counterexample found) {
        return found.finding().rule() + " violated by " + name() + ". "
                + found.finding().sentence() + System.lineSeparator() + "  replay with: " + found.replayCommand();
    }

    private Judged run(Program program, Strategy strategy, long seed, Tracing tracing) {
        return explorer.run(program, strategy, seed, tracing);
    }

    private String name() {
        return driver.about().name();
    }
}

package dev.yank.harness.sim;

import dev.yank.harness.kernel.Subject;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.rule.Policy;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.TraceJudge;
import java.util.List;
import java.util.function.Supplier;

/// Performs a [Subject], one execution after the other, on the calling thread: the machine, the scheduler and
/// the judges of a driver, without a device.
///
/// An execution is a pure function of the subject and the decisions of the strategy.
public final class SubjectSimulation {

    private final Supplier<Subject> factory;
    private final TraceJudge judge = new TraceJudge(Policy.DEFAULT);
    private final Program noProgram = new Program(List.of(), List.of(), 0);
    private final HistoryRecorder noHistory = new HistoryRecorder();
    private final DeviceLife noDevice = new DeviceLife();

    /// @param factory makes the subject of an execution
    public SubjectSimulation(Supplier<Subject> factory) {
        this.factory = factory;
    }

    /// Performs the subject once.
    public Outcome run(Strategy strategy, long seed, Tracing tracing) {
        strategy.begin(seed);
        TraceRecorder recorder = Simulation.recorder(tracing);
        var machine = new SimulatedMachine(strategy, judge, null, 0, recorder, null);
        Subject subject = factory.get();
        machine.spawn("main", subject::main);
        if (machine.quiesces() && !machine.isStuck()) {
            machine.emitAfterwards(EventKind.END, 0);
        }
        strategy.end(machine.scheduler().decisions());
        return new Outcome(machine, judge, noProgram, noHistory, noDevice, null, recorder);
    }
}

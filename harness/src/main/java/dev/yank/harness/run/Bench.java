package dev.yank.harness.run;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.coverage.UnitCoverage;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.harness.sim.Simulation.Tracing;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/// Measures how fast one worker explores: three processes of four operations each, under changing schedules,
/// judged by everything.
public final class Bench {

    /// What one round came to.
    ///
    /// @param perSecond executions a second of wall time
    /// @param perCpuSecond executions a second of this thread's processor time
    /// @param events events in the trace, a mean
    /// @param decisions decisions of the strategy, a mean
    public record Measured(double perSecond, double perCpuSecond, double events, double decisions) {}

    private final Explorer explorer;
    private final Strategy strategy;
    private final Program program;

    @Var
    private long seed;

    public Bench(LoadedDriver driver, String strategy) {
        this.explorer = new Explorer(driver);
        this.strategy = Strategies.create(strategy);
        this.program = program(driver.about().device().kind());
    }

    private static Program program(DeviceKind kind) {
        Handle first = new Handle(0, 1);
        Handle second = new Handle(0, 2);
        Handle third = new Handle(0, 3);
        List<DeviceOperation> middle = switch (kind) {
            case GPIO -> List.of(new DirectionOutput(first, 0, 1), new GetLine(first, 0));
            case REGISTER -> List.of(new Write(first, 1), new Read(first));
        };
        List<DeviceOperation> others = switch (kind) {
            case GPIO -> List.of(new SetLine(second, 0, 0), new GetLine(second, 1));
            case REGISTER -> List.of(new Read(second), new Write(second, 2));
        };
        return new Program(
                List.of(new Probe(0)),
                List.of(
                        List.of(new Open(first), middle.get(0), middle.get(1), new Close(first)),
                        List.of(new Open(second), others.get(0), others.get(1), new Close(second)),
                        List.of(new Open(third), new Unplug(0, Removal.ORDERLY), new Close(third), new Probe(0))),
                0);
    }

    /// Explores for about `duration`.
    ///
    /// @throws HarnessFailure where a rule is broken: then the driver is not one to measure
    public Measured measure(Duration duration) {
        var threads = ManagementFactory.getThreadMXBean();
        long startCpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        @Var long executions = 0;
        @Var var coverage = new UnitCoverage();
        @Var long events = 0;
        @Var long decisions = 0;
        while (System.nanoTime() - start < duration.toNanos()) {
            Tracing tracing = seed % Unit.EXECUTIONS_A_PAIRING == 0 ? Tracing.PAIRS : Tracing.JUDGE_ONLY;
            Judged judged = explorer.run(program, strategy, SplitMix.derive(1, seed++), tracing);
            if (judged.isViolation()) {
                throw new HarnessFailure("The driver to measure breaks a rule: " + judged.findings());
            }
            if (executions++ % Unit.SCHEDULES == 0) {
                coverage = new UnitCoverage();
            }
            coverage.add(judged.outcome(), judged.witnessed());
            events += judged.outcome().events();
            decisions += judged.outcome().decisions();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpu = (threads.getCurrentThreadCpuTime() - startCpu) / 1e9;
        return new Measured(
                executions / seconds, executions / cpu, (double) events / executions, (double) decisions / executions);
    }
}

package dev.yank.harness.sim;

import dev.yank.harness.kernel.AmbaDriver;
import dev.yank.harness.kernel.Driver;
import dev.yank.harness.kernel.I2cDriver;
import dev.yank.harness.kernel.ObjectTable;
import dev.yank.harness.kernel.PciDriver;
import dev.yank.harness.kernel.PlatformDriver;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.DecisionLog;
import dev.yank.harness.schedule.Strategy;
import dev.yank.model.rule.Policy;
import dev.yank.model.rule.RemoveWaitsFor;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.TraceJudge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Performs programs on a driver, one execution after the other, on the calling thread.
///
/// An execution is a pure function of driver, program and the decisions of the strategy.
public final class Simulation {

    /// What is noted of an execution besides the verdict; the more, the longer it takes.
    public enum Tracing {
        /// Nothing: every event is judged and forgotten.
        JUDGE_ONLY,
        /// The order of conflicting accesses.
        PAIRS,
        /// Every event.
        KEEP,
        /// With the [Backdrop] of every event, which costs more time.
        KEEP_WITH_BACKDROP
    }

    private final DriverFactory factory;
    private final Policy policy;
    private final TraceJudge judge;
    private final AccessPairs pairs = new AccessPairs();

    /// Makes the driver of an execution: loads the module.
    @FunctionalInterface
    public interface DriverFactory {
        Driver create();
    }

    /// @param policy what the driver promises
    public Simulation(DriverFactory factory, Policy policy) {
        this.factory = factory;
        this.policy = policy;
        this.judge = new TraceJudge(policy);
    }

    /// Performs `program` once.
    public Outcome run(Program program, Strategy strategy, long seed, Tracing tracing) {
        return run(program, strategy, seed, tracing, null);
    }

    /// Performs `program` once.
    ///
    /// @param log hears of every decision
    public Outcome run(Program program, Strategy strategy, long seed, Tracing tracing, @Nullable DecisionLog log) {
        strategy.begin(seed);
        TraceRecorder recorder = recorder(tracing);
        @Nullable AccessPairs noted = tracing == Tracing.PAIRS ? pairs.begin() : null;
        var machine = new SimulatedMachine(strategy, judge, noted, program.faultAt(), recorder, log);
        Driver driver = factory.create();
        Slot slot = switch (driver) {
            case AmbaDriver amba -> new AmbaSlot(machine, 0, amba);
            case I2cDriver i2c -> new I2cSlot(machine, 0, i2c);
            case ObjectTable<?, ?> table -> new ObjectSlot<>(machine, 0, table);
            case PciDriver pci -> new PciSlot(machine, 0, pci);
            case PlatformDriver platform -> new PlatformSlot(machine, 0, platform);
        };
        if (recorder != null) {
            recorder.watch(slot::registers);
        }
        var execution = new Execution(machine, slot, new Processes(machine, slot), program);
        execution.run();
        strategy.end(machine.scheduler().decisions());
        return new Outcome(
                machine, judge, program, execution.processes.history(), execution.processes.life(), noted, recorder);
    }

    static @Nullable TraceRecorder recorder(Tracing tracing) {
        return switch (tracing) {
            case JUDGE_ONLY, PAIRS -> null;
            case KEEP -> new TraceRecorder(null);
            case KEEP_WITH_BACKDROP -> new TraceRecorder(new BackdropRecorder());
        };
    }

    /// The phases of one execution.
    private final class Execution {

        private final SimulatedMachine machine;
        private final Slot slot;
        private final Processes processes;
        private final Program program;

        Execution(SimulatedMachine machine, Slot slot, Processes processes, Program program) {
            this.machine = machine;
            this.slot = slot;
            this.processes = processes;
            this.program = program;
        }

        void run() {
            List<List<DeviceOperation>> lists = program.processes();
            machine.spawn("set-up", () -> {
                slot.load();
                processes.perform(lists.size(), program.setUp());
            });
            if (!machine.quiesces()) {
                return;
            }
            machine.settle();
            for (int process = 0; process < lists.size(); process++) {
                int number = process;
                machine.spawn("process " + number, () -> processes.perform(number, lists.get(number)));
            }
            if (!machine.quiesces() || !tearDown()) {
                return;
            }
            machine.emitAfterwards(EventKind.END, 0);
        }

        /// Where remove waits for the last close everything is closed first; who is asleep then is woken by the removal
        /// that follows, so that nobody is stuck before it.
        private boolean tearDown() {
            machine.settle();
            boolean closeFirst = policy.removeWaitsFor() == RemoveWaitsFor.LAST_CLOSE
                    || policy.removeWaitsFor() == RemoveWaitsFor.LAST_CLOSE_WITH_REQUEST;
            if (closeFirst) {
                machine.spawn("tear-down", processes::closeAll);
            } else {
                machine.spawn("tear-down", this::unplug);
            }
            if (!machine.quiesces() || (!closeFirst && machine.isStuck())) {
                return false;
            }
            machine.settle();
            machine.spawn("last close", () -> {
                unplug();
                processes.closeAll();
                slot.unload();
                slot.audit();
            });
            return machine.quiesces() && !machine.isStuck();
        }

        /// Unbinds what is still bound, as a process of its own: the others may see it happen.
        private void unplug() {
            if (slot.isPresent()) {
                processes.perform(program.processes().size() + 1, List.of(new Unplug(0, Removal.ORDERLY)));
            }
        }
    }
}

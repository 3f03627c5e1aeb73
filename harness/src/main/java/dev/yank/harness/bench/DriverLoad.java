package dev.yank.harness.bench;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.coverage.UnitCoverage;
import dev.yank.harness.program.Program;
import dev.yank.harness.run.Explorer;
import dev.yank.harness.run.Explorer.Judged;
import dev.yank.harness.run.HarnessFailure;
import dev.yank.harness.run.LoadedDriver;
import dev.yank.harness.schedule.Strategies;
import dev.yank.harness.schedule.Strategy;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.DirectionOutput;
import dev.yank.model.spec.device.DeviceOperation.DrivePin;
import dev.yank.model.spec.device.DeviceOperation.GetLine;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Poll;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.ReadEvent;
import dev.yank.model.spec.device.DeviceOperation.SetLine;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.ReferenceOperation.CloneReference;
import dev.yank.model.spec.device.ReferenceOperation.Downgrade;
import dev.yank.model.spec.device.ReferenceOperation.Upgrade;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Waiting;
import java.util.List;

/// A driver with three processes of four operations each, judged by everything and with its coverage noted, as in
/// a trial.
final class DriverLoad implements Load {

    private static final int EXECUTIONS_A_UNIT = 60;

    private final Explorer explorer;
    private final Strategy strategy;
    private final Program program;

    @Var
    private UnitCoverage coverage = new UnitCoverage();

    @Var
    private long executions;

    DriverLoad(LoadedDriver driver, String strategy) {
        this.explorer = new Explorer(driver);
        this.strategy = Strategies.create(strategy);
        this.program = driver.restrict(program(driver.about().device().kind()));
    }

    private static Program program(DeviceKind kind) {
        Handle first = new Handle(0, 1);
        Handle second = new Handle(0, 2);
        Handle third = new Handle(0, 3);
        List<DeviceOperation> middle = switch (kind) {
            case GPIO -> List.of(new DirectionOutput(first, 0, 1), new GetLine(first, 0));
            case REGISTER -> List.of(new Write(first, 1), new Read(first));
            case OBJECT -> List.of(new Downgrade(first, 4), new Upgrade(new Handle(0, 4), 5));
            case EVENTS -> List.of(new DrivePin(0, 0, 1), new ReadEvent(first, Waiting.NONBLOCKING));
        };
        List<DeviceOperation> others = switch (kind) {
            case GPIO -> List.of(new SetLine(second, 0, 0), new GetLine(second, 1));
            case REGISTER -> List.of(new Read(second), new Write(second, 2));
            case OBJECT -> List.of(new CloneReference(second, 6), new Read(new Handle(0, 6)));
            case EVENTS -> List.of(new ReadEvent(second, Waiting.NONBLOCKING), new Poll(second));
        };
        return new Program(
                List.of(new Probe(0)),
                List.of(
                        List.of(new Open(first), middle.get(0), middle.get(1), new Close(first)),
                        List.of(new Open(second), others.get(0), others.get(1), new Close(second)),
                        List.of(new Open(third), new Unplug(0, Removal.ORDERLY), new Close(third), new Probe(0))),
                0);
    }

    @Override
    public Size once(long seed) {
        if (++executions % EXECUTIONS_A_UNIT == 0) {
            coverage = new UnitCoverage();
        }
        Judged judged = explorer.run(program, strategy, seed, coverage.tracing());
        if (judged.isViolation()) {
            throw new HarnessFailure("The driver to measure breaks a rule: "
                    + judged.findings().getFirst().sentence());
        }
        coverage.add(judged.outcome(), judged.witnessed());
        return new Size(judged.outcome().events(), judged.outcome().decisions());
    }
}

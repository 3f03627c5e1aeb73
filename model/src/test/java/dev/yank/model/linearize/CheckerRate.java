package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.rule.Errno;
import dev.yank.model.rule.Policy;
import dev.yank.model.spec.SequentialSpec;
import dev.yank.model.spec.device.DeviceKind;
import dev.yank.model.spec.device.DeviceOperation;
import dev.yank.model.spec.device.DeviceOperation.Close;
import dev.yank.model.spec.device.DeviceOperation.Open;
import dev.yank.model.spec.device.DeviceOperation.Probe;
import dev.yank.model.spec.device.DeviceOperation.Read;
import dev.yank.model.spec.device.DeviceOperation.Unplug;
import dev.yank.model.spec.device.DeviceOperation.Write;
import dev.yank.model.spec.device.DeviceSpecs;
import dev.yank.model.spec.device.Handle;
import dev.yank.model.spec.device.Removal;
import dev.yank.model.spec.device.Response;
import java.lang.management.ManagementFactory;
import java.util.List;

/// Prints how many histories a second of CPU time the checker judges: twelve operations of three processes, one that
/// conforms and one that does not. To be run by hand.
final class CheckerRate {

    private static final int ROUNDS = 400_000;
    private static final Response DONE = Response.done(0);
    private static final Response ENODEV = Response.failed(Errno.ENODEV);

    private CheckerRate() {}

    /// Prints five rates for each history; the later ones count.
    public static void main(String[] arguments) {
        SequentialSpec<?, DeviceOperation, Response> spec = DeviceSpecs.forPolicy(DeviceKind.REGISTER, Policy.DEFAULT);
        for (int repetition = 0; repetition < 5; repetition++) {
            print("linearizable", spec, history(ENODEV));
            print("not linearizable", spec, history(Response.done(2)));
        }
    }

    private static void print(
            String what,
            SequentialSpec<?, DeviceOperation, Response> spec,
            List<Entry<DeviceOperation, Response>> entries) {
        @Var int linearizable = 0;
        long start = cpu();
        for (int round = 0; round < ROUNDS; round++) {
            if (LinearizabilityChecker.check(spec, entries, Limits.DEFAULT) instanceof Linearizable) {
                linearizable++;
            }
        }
        long nanos = cpu() - start;
        System.out.printf(
                "%s: %,d a second (%d of %d linearizable)%n",
                what, ROUNDS * 1_000_000_000L / nanos, linearizable, ROUNDS);
    }

    /// What others do at the same time does not count.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Entry<DeviceOperation, Response>> history(Response last) {
        Handle first = new Handle(0, 0);
        Handle second = new Handle(0, 1);
        return new Recording<DeviceOperation, Response>()
                .does(0, new Probe(0), DONE)
                .invokes(1, new Open(first))
                .invokes(2, new Open(second))
                .answers(2, DONE)
                .answers(1, DONE)
                .invokes(1, new Write(first, 1))
                .invokes(2, new Write(second, 2))
                .answers(1, DONE)
                .invokes(1, new Read(first))
                .answers(2, DONE)
                .invokes(0, new Unplug(0, Removal.ORDERLY))
                .invokes(2, new Read(second))
                .answers(1, Response.done(1))
                .invokes(1, new Write(first, 3))
                .answers(2, Response.done(2))
                .answers(1, ENODEV)
                .invokes(2, new Close(second))
                .answers(0, DONE)
                .invokes(0, new Probe(0))
                .answers(2, DONE)
                .invokes(1, new Read(first))
                .answers(0, DONE)
                .answers(1, last)
                .does(1, new Close(first), DONE)
                .entries();
    }
}

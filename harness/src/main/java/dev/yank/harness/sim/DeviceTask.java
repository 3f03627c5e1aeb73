package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.Access;
import dev.yank.harness.kernel.Machine;
import dev.yank.harness.kernel.Shared;
import dev.yank.harness.sim.hardware.DeviceClock;
import dev.yank.model.trace.EventKind;
import java.util.ArrayList;
import java.util.List;

/// The time that hardware takes: a completion that was asked for happens at some later scheduling point, in a
/// task of its own. When is the scheduler's choice; completions of one device keep the order of their virtual
/// times.
final class DeviceTask implements DeviceClock {

    private record Due(int token, long virtualNanos, Runnable completion) {}

    private final Machine machine;
    private final String name;
    private final List<Due> due = new ArrayList<>(2);

    @Var
    private int task = -1;

    @Var
    private int tokens;

    @Var
    private int number;

    DeviceTask(Machine machine, String name) {
        this.machine = machine;
        this.name = name;
    }

    @Override
    public int after(long virtualNanos, Runnable completion) {
        int token = ++tokens;
        @Var int place = due.size();
        while (place > 0 && due.get(place - 1).virtualNanos > virtualNanos) {
            place--;
        }
        due.add(place, new Due(token, virtualNanos, completion));
        machine.emit(EventKind.PUBLISH, number(), 0, "");
        if (task < 0) {
            task = machine.serve(name, this::serve);
        } else {
            machine.unblock(task);
        }
        return token;
    }

    @Override
    public void cancel(int token) {
        due.removeIf(entry -> entry.token == token);
    }

    private int number() {
        if (number == 0) {
            number = machine.identify(this);
        }
        return number;
    }

    private void serve() {
        while (true) {
            machine.accesses(Access.READ, Shared.HARDWARE, 0);
            while (due.isEmpty()) {
                machine.idle();
                machine.accesses(Access.READ, Shared.HARDWARE, 0);
            }
            machine.point(Access.WRITE, Shared.HARDWARE, 0);
            if (!due.isEmpty()) {
                machine.emit(EventKind.OBSERVE, number(), 0, "");
                due.removeFirst().completion.run();
            }
        }
    }
}

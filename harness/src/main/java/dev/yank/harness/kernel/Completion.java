package dev.yank.harness.kernel;

import com.google.errorprone.annotations.Var;
import dev.yank.model.trace.EventKind;

/// `struct completion`: tasks wait until others have completed something; each `complete` lets one of them
/// go, `complete_all` lets everybody go for ever.
public final class Completion extends Struct {

    private static final int ALL = Integer.MAX_VALUE;

    @Var
    private int done;

    public static void init_completion(Completion completion) {
        Machine machine = Machine.current();
        machine.use(completion, "init_completion");
        completion.initialised(machine, "a completion");
        completion.done = 0;
    }

    public static void reinit_completion(Completion completion) {
        Machine.current().use(completion, "reinit_completion");
        completion.done = 0;
    }

    public static void wait_for_completion(Completion completion) {
        Machine machine = Machine.current();
        machine.mightSleep("wait_for_completion");
        machine.use(completion, "wait_for_completion");
        while (completion.done == 0) {
            machine.block(completion, "a completion");
            machine.touch(completion, "wait_for_completion");
        }
        if (completion.done != ALL) {
            completion.done--;
        }
        machine.observe(completion);
    }

    public static void complete(Completion completion) {
        Machine machine = Machine.current();
        machine.use(completion, "complete");
        if (completion.done != ALL) {
            completion.done++;
        }
        completion.wake(machine);
    }

    public static void complete_all(Completion completion) {
        Machine machine = Machine.current();
        machine.use(completion, "complete_all");
        completion.done = ALL;
        completion.wake(machine);
    }

    private void wake(Machine machine) {
        machine.publish(this);
        if (machine.wake(this)) {
            machine.emit(EventKind.WAKE, this, 0, "whoever waits for the completion");
        }
    }
}

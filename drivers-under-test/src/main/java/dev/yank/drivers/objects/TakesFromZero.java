package dev.yank.drivers.objects;

import static dev.yank.harness.kernel.Refcount.refcount_inc;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R1 and nothing else: `get_pid_task` takes a task that it finds, also one that nobody holds any more.
@UnderTest(
        name = "object-task-takes-from-zero",
        device = "object",
        breaks = "R1",
        summary = "get_pid_task takes a task without asking whether anybody still holds it.")
public final class TakesFromZero extends ObjectTask {

    @Override
    boolean take(Task task) {
        refcount_inc(task.usage);
        return true;
    }
}

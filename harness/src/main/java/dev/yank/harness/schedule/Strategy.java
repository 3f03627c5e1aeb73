package dev.yank.harness.schedule;

import org.jspecify.annotations.Nullable;

/// Decides which runnable task goes next: the only source of nondeterminism of an execution.
///
/// A strategy lives across the executions of a trial. [#begin] announces an execution, then [#next] is asked
/// at every decision, then [#end] tells how long the execution was. The answer may depend only on what the
/// strategy was told: no clock, no `Random`, no identity.
public interface Strategy {

    /// The name under which reports and `--strategy` know this strategy, such as `pct(3)`.
    String name();

    /// A new execution starts; everything random in it comes from `seed`.
    void begin(long seed);

    /// The task to run next.
    ///
    /// @param runnable the runnable tasks, never empty; it changes after the answer, so whoever wants to keep it
    /// copies it
    /// @param current the task that ran last, which may have blocked or ended since; -1 before the first
    /// decision
    /// @param decision how many decisions were taken before in this execution
    /// @return a task of `runnable`
    int next(TaskSet runnable, int current, int decision);

    /// The task spins: it waits for others without blocking, as `cpu_relax()` says. A strategy that would run
    /// it for ever must let others go first.
    default void relaxed(int task) {}

    /// Who is to be told what the tasks do in the execution that began last, if anybody; asked once in each
    /// execution, after [#begin].
    default @Nullable Observer observer() {
        return null;
    }

    /// The execution is over after so many decisions.
    default void end(int decisions) {}
}

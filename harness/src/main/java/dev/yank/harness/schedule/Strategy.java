package dev.yank.harness.schedule;

import org.jspecify.annotations.Nullable;

/// Decides which runnable task goes next: the only source of nondeterminism of an execution.
///
/// A strategy lives across the executions of a trial. [#begin] announces an execution, then [#next] is asked
/// at every decision, then [#end] tells how long the execution was. The answer may depend only on what the
/// strategy was told: no clock, no `Random`, no identity.
public interface Strategy {

    /// The answer of [#next] that gives up the execution, because nothing new can come of it.
    int ABANDON = -1;

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
    /// @return a task of `runnable`, or [#ABANDON]
    int next(TaskSet runnable, int current, int decision);

    /// The task, which has several to choose from beside it, says that others should go first: it spins, as
    /// `cpu_relax()` says, waiting for others without blocking; then it announces [Access#ANYTHING], because
    /// whatever they do may be what it waits for. A strategy that would run it for ever must let others go.
    default void relaxed(int task) {}

    /// Who is to be told what the tasks do in the execution that began last, if anybody; asked once in each
    /// execution, after [#begin].
    default @Nullable Observer observer() {
        return null;
    }

    /// Whether there is no schedule left that the strategy would try.
    default boolean isExhausted() {
        return false;
    }

    /// The execution is over after so many decisions.
    default void end(int decisions) {}
}

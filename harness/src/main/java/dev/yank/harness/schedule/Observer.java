package dev.yank.harness.schedule;

/// Is told what the tasks of an execution do, step by step. A [Strategy] that wants to know has one; for all
/// others nothing is noted.
///
/// A step is what a task does from one scheduling point, or from its beginning, to its next, or until it
/// blocks or ends.
public interface Observer {

    /// A task is added and will begin with a step about which nothing is known.
    ///
    /// @param by the task that adds it; -1 where the execution is at rest and its harness does
    /// @param location is written where the task blocks and where it goes on, and added to where it is unblocked
    default void spawned(int task, int by, int location) {}

    /// The task is at a scheduling point, or has blocked, and will begin its next step with `access`.
    default void announced(int task, long access) {}

    /// The task begins its next step.
    ///
    /// @param locations how many locations have been given out
    default void steps(int task, int locations) {}

    /// The step that is being taken does this.
    default void accessed(long access) {}

    /// The step that is being taken ends the execution, though other tasks may be runnable.
    default void stopped() {}
}

package dev.yank.model.trace;

/// What the numbers of a trace are called. Asked only when a sentence is written.
public interface TraceNames {

    /// The name of an object, such as `Pl061State#3`.
    String object(int object);

    /// The name of a task, such as `process 1`.
    String task(int task);
}

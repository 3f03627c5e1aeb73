package dev.yank.harness.kernel;

/// A plain concurrent program under test: not a driver, but a few tasks that share fields.
///
/// One object is the program, its fields are the program's variables, and a new object is made for every
/// execution. Its bug is a [Bug#BUG_ON] that is true, an oops, memory that is used after it is freed, or tasks
/// that wait for each other for ever.
public interface Subject {

    /// The first task. It starts the others with [dev.yank.harness.kernel.posix.Pthread#pthread_create].
    void main();
}

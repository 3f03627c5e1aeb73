package dev.yank.harness.bench;

/// Something whose executions are counted: one driver or subject under one strategy, for one thread.
interface Load {

    /// How long the trace of an execution was, and how many decisions were taken.
    record Size(int events, int decisions) {}

    /// Performs it once.
    ///
    /// @throws dev.yank.harness.run.HarnessFailure where something is found: then it is not one to measure
    Size once(long seed);
}

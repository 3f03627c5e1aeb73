package dev.yank.harness.bench;

/// How fast one load ran.
///
/// @param name the driver or subject
/// @param strategy the strategy
/// @param workers how many threads ran it at once, sharing nothing
/// @param executions how many executions there were, of all workers
/// @param seconds of wall time
/// @param cpuSeconds of processor time of the whole process
/// @param events events in the trace, a mean
/// @param decisions decisions of the strategy, a mean
public record Rate(
        String name,
        String strategy,
        int workers,
        long executions,
        double seconds,
        double cpuSeconds,
        double events,
        double decisions) {

    /// Executions a second of wall time.
    public double perSecond() {
        return executions / seconds;
    }

    /// Executions a second of processor time.
    public double perCpuSecond() {
        return executions / cpuSeconds;
    }

    /// Nanoseconds of processor time for each event, with everything that belongs to an execution.
    public double nanosPerEvent() {
        return 1e9 * cpuSeconds / executions / events;
    }
}

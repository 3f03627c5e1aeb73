package dev.yank.harness.run;

import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.Schedule;
import dev.yank.harness.sim.Backdrop;
import dev.yank.model.history.History;
import dev.yank.model.rule.Finding;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.SortedMap;

/// The smallest program and schedule found that break one rule, with everything that was seen in that
/// execution.
///
/// @param driver whom it convicts
/// @param finding the rule that is broken, the sentence that says how, and the event of the trace at which
/// it shows
/// @param program what was performed
/// @param schedule how
/// @param operations the operations of the history in the order of their invocation, with what was answered
/// @param history what the processes saw, in Jepsen's shape
/// @param trace what the kernel saw
/// @param backdrop what is behind the events of the trace: lines of the driver, registers of the hardware
/// @param tasks the names of the tasks by their numbers
/// @param objects the names of the objects in the trace by their numbers
/// @param origin where it was found
/// @param token replays it
/// @param classPath where the driver was found, as the user wrote it; empty for a driver of the project
public record Counterexample(
        DriverUnderTest driver,
        Finding finding,
        Program program,
        Schedule schedule,
        List<PerformedOperation> operations,
        History history,
        List<KernelEvent> trace,
        Backdrop backdrop,
        List<String> tasks,
        SortedMap<Integer, String> objects,
        Origin origin,
        String token,
        String classPath) {

    /// The command that replays it.
    public String replayCommand() {
        return classPath.isEmpty() ? "./yank replay " + token : "./yank replay --class-path " + classPath + " " + token;
    }
}

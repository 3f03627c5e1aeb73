package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentOperation.Position;

/// One operation of a program, and when.
///
/// @param action what
/// @param handle on which file
/// @param made the name of the file that it gives out, where it gives one out
/// @param after the moment of another process' operation that it waits for
/// @param delayMicroseconds how long it waits then
public record Step(Action action, int handle, int made, Position after, int delayMicroseconds) {

    /// As the agent performs it.
    AgentOperation operation() {
        return new AgentOperation(
                action.code(), handle, made, after, delayMicroseconds, action.argument(), action.detail());
    }

    Step with(Position other, int delay) {
        return new Step(action, handle, made, other, delay);
    }

    /// In words: `unbind, 200 µs after process 1 invoked operation 2`.
    @Override
    public String toString() {
        String file = action.on().isEmpty() ? "" : " of file " + handle;
        String given = action.makesFile() ? " as file " + made : "";
        String when = after.process() < 0
                ? delayMicroseconds == 0 ? "" : ", after " + delayMicroseconds + " µs"
                : ", " + (delayMicroseconds == 0 ? "as soon as" : delayMicroseconds + " µs after") + " process "
                        + after.process()
                        + (after.moment() == AgentOperation.Moment.INVOKED ? " invoked" : " completed")
                        + " operation " + after.index();
        return action.name() + file + given + when;
    }
}

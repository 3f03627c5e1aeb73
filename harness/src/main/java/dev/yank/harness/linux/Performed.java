package dev.yank.harness.linux;

import dev.yank.harness.linux.guest.AgentOperation;
import dev.yank.harness.linux.guest.AgentOutcome;
import dev.yank.harness.linux.guest.AgentRun;
import dev.yank.model.rule.Errno;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An operation of a program that reached the kernel.
///
/// @param process whose
/// @param index which of its steps
/// @param step what
/// @param outcome when, and what was answered
public record Performed(int process, int index, Step step, AgentOutcome outcome) {

    /// There is no such file, in the mask of `poll()`.
    private static final int POLLNVAL = 0x20;

    /// What of a program reached the kernel, in the order of the invocations.
    ///
    /// What was asked of a file that another process had closed just then is left out.
    static List<Performed> of(NodeProgram program, Subject subject, AgentRun run) {
        List<Performed> performed = new ArrayList<>();
        for (int p = 0; p < run.outcomes().size(); p++) {
            List<Step> steps = p < program.processes().size()
                    ? program.processes().get(p)
                    : p == NodeProgram.CLEANER ? program.cleaning(subject) : List.of();
            for (int i = 0; i < steps.size(); i++) {
                AgentOutcome outcome = run.outcomes().get(p).get(i);
                if (steps.get(i).action().effect() != Action.Effect.NOTHING
                        && outcome.isPerformed()
                        && !hadNoFile(steps.get(i).action(), outcome.answer())) {
                    performed.add(new Performed(p, i, steps.get(i), outcome));
                }
            }
        }
        performed.sort(Comparator.comparingLong(Performed::invoked)
                .thenComparingInt(Performed::process)
                .thenComparingInt(Performed::index));
        return List.copyOf(performed);
    }

    /// Whether the file was closed before the kernel looked for it. A poll looks again whenever it is woken.
    private static boolean hadNoFile(Action action, long answer) {
        return action.code() == AgentOperation.Code.POLL
                ? answer > 0 && (answer & POLLNVAL) != 0
                : answer == -Errno.EBADF.number();
    }

    Action action() {
        return step.action();
    }

    Action.Effect effect() {
        return step.action().effect();
    }

    long invoked() {
        return outcome.invoked();
    }

    /// When it was answered, or the end of time.
    long completed() {
        return outcome.isCompleted() ? outcome.completed() : Long.MAX_VALUE;
    }

    boolean isCompleted() {
        return outcome.isCompleted();
    }

    /// Whether it had not been answered when nothing had happened for long.
    boolean hung() {
        return !outcome.isCompleted() || outcome.wasKicked();
    }

    /// A signal ended it, so it had no effect.
    boolean wasInterrupted() {
        return outcome.wasKicked() && outcome.answer() == -Errno.EINTR.number();
    }

    /// The answer as the specification knows it: where the value does not matter, 0.
    int answer() {
        int raw = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, outcome.answer()));
        boolean isExact =
                raw < 0 || action().effect() == Action.Effect.GET_LEVEL || action().code() == AgentOperation.Code.POLL;
        return isExact ? raw : 0;
    }

    boolean succeeded() {
        return isCompleted() && answer() >= 0;
    }

    boolean overlaps(Performed other) {
        return invoked() <= other.completed() && other.invoked() <= completed();
    }

    /// In words: `process 1, chip read of file 3`.
    String words() {
        return "process " + process + ", " + name();
    }

    String name() {
        return action().name()
                + (action().on().isEmpty() ? "" : " of file " + step.handle())
                + (action().makesFile() ? " as file " + step.made() : "");
    }
}

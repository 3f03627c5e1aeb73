package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;

/// Keeps a task that spins from going round for ever while others wait: after a second round without a step
/// of some other that could go all the time, that other goes first.
///
/// Every state that can be reached without endless rounds is still reached. Where nobody spins, nothing is
/// forbidden and nothing noted.
///
/// Source: M. Musuvathi, S. Qadeer, "Fair Stateless Model Checking", PLDI 2008.
final class Fairness {

    /// A task that has spun, with what happened since it last said so.
    private static final class Spinner {
        final int task;

        /// Who could go all the time since.
        final TaskSet always = new TaskSet();

        /// Who was runnable when this one went, and no longer after.
        final TaskSet disabled = new TaskSet();

        final TaskSet went = new TaskSet();

        /// Who must go before this one does.
        final TaskSet first = new TaskSet();

        Spinner(int task) {
            this.task = task;
        }
    }

    private final List<Spinner> spinners = new ArrayList<>();
    private final TaskSet before = new TaskSet();

    /// Who has announced that its next step is to spin.
    private final TaskSet announced = new TaskSet();

    /// Who took that step since the last decision.
    private final TaskSet spun = new TaskSet();

    /// A new execution starts.
    void clear() {
        spinners.clear();
        announced.clear();
        spun.clear();
    }

    /// The next step of the task is to spin.
    void spins(int task) {
        announced.add(task);
    }

    /// A decision is to be taken: `current` has taken a step, after which these are runnable.
    ///
    /// @return those of them that may go
    TaskSet allowed(TaskSet runnable, int current) {
        if (spun.isEmpty() && spinners.isEmpty()) {
            return runnable;
        }
        note(runnable, current);
        TaskSet allowed = runnable.copy();
        for (Spinner spinner : spinners) {
            for (@Var int task = spinner.first.next(0); task >= 0; task = spinner.first.next(task + 1)) {
                if (runnable.contains(task)) {
                    allowed.remove(spinner.task);
                }
            }
        }
        before.clear();
        before.addAll(runnable);
        return allowed.isEmpty() ? runnable : allowed;
    }

    /// A task takes a step.
    void steps(int task) {
        if (announced.contains(task)) {
            announced.remove(task);
            spun.add(task);
        }
        for (Spinner spinner : spinners) {
            spinner.first.remove(task);
            spinner.went.add(task);
        }
    }

    private void note(TaskSet runnable, int current) {
        for (Spinner spinner : spinners) {
            spinner.always.retainAll(runnable);
            if (spinner.task == current) {
                for (@Var int task = before.next(0); task >= 0; task = before.next(task + 1)) {
                    if (!runnable.contains(task)) {
                        spinner.disabled.add(task);
                    }
                }
            }
        }
        for (@Var int task = spun.next(0); task >= 0; task = spun.next(task + 1)) {
            rounds(task, runnable);
        }
        spun.clear();
    }

    private void rounds(int task, TaskSet runnable) {
        @Var Spinner spinner = null;
        for (Spinner known : spinners) {
            spinner = known.task == task ? known : spinner;
        }
        if (spinner == null) {
            spinner = new Spinner(task);
            spinners.add(spinner);
        } else {
            spinner.first.addAll(spinner.always);
            spinner.first.addAll(spinner.disabled);
            spinner.first.removeAll(spinner.went);
        }
        spinner.always.clear();
        spinner.always.addAll(runnable);
        spinner.disabled.clear();
        spinner.went.clear();
    }
}

package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import java.util.List;
import java.util.stream.Collectors;

/// What tasks are called in a timeline.
public final class TaskNames {

    private TaskNames() {}

    /// The name of a task.
    public static String of(Counterexample counterexample, int task) {
        boolean isKnown = task >= 0 && task < counterexample.tasks().size();
        return isKnown ? PlainText.line(counterexample.tasks().get(task)) : "nobody";
    }

    /// Whether a task runs alone, before every process or after them.
    public static boolean isAlone(Counterexample counterexample, int task) {
        return switch (of(counterexample, task)) {
            case "set-up", "tear-down", "last close" -> true;
            default -> false;
        };
    }

    /// The heading of one column. What runs alone before or after everything else shares one.
    public static String heading(Counterexample counterexample, List<Integer> tasks) {
        return tasks.stream()
                .map(task -> of(counterexample, task))
                .map(name -> name.equals("last close") ? "tear-down" : name)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}

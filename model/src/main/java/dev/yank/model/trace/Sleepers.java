package dev.yank.model.trace;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// What is known of a sleeper that nobody wakes: what it looked at before it slept, who changed that since, and
/// when its queue was woken last.
final class Sleepers {

    /// How many of the latest looks of a task are remembered.
    private static final int LOOKS = 4;

    /// The latest looks of one task, and when it last went to sleep.
    private static final class Sleeper {
        final int[] places = new int[LOOKS];
        final String[] names = new String[LOOKS];

        @Var
        int looks;

        @Var
        int sleptAt;
    }

    @Var
    private Sleeper[] sleepers = new Sleeper[0];

    @Var
    private int tasks;

    private final IntTable changed = new IntTable();
    private final IntTable woken = new IntTable();

    void clear() {
        for (@Var int task = 0; task < tasks; task++) {
            sleepers[task].looks = 0;
            sleepers[task].sleptAt = 0;
        }
        tasks = 0;
        changed.clear();
        woken.clear();
    }

    private Sleeper of(int task) {
        if (task >= sleepers.length) {
            int before = sleepers.length;
            sleepers = Arrays.copyOf(sleepers, Math.max(16, 2 * task));
            for (@Var int added = before; added < sleepers.length; added++) {
                sleepers[added] = new Sleeper();
            }
        }
        tasks = Math.max(tasks, task + 1);
        return sleepers[task];
    }

    void looks(int task, int place, String name) {
        Sleeper sleeper = of(task);
        int at = sleeper.looks++ & (LOOKS - 1);
        sleeper.places[at] = place;
        sleeper.names[at] = name;
    }

    void changes(int step, int task, int place) {
        changed.put(place, HappensBefore.epoch(task, step));
    }

    void sleeps(int step, int task) {
        of(task).sleptAt = step;
    }

    void wakes(int step, int queue) {
        woken.put(queue, step);
    }

    /// Why the task sleeps on, in the second half of a sentence.
    String why(int task, int queue, TraceNames names) {
        Sleeper sleeper = of(task);
        @Var int last = 0;
        @Var String what = "";
        for (@Var int i = 0; i < Math.min(LOOKS, sleeper.looks); i++) {
            int epoch = changed.get(sleeper.places[i]);
            boolean isNews = HappensBefore.stepOf(epoch) > sleeper.sleptAt && HappensBefore.taskOf(epoch) != task;
            if (isNews && HappensBefore.stepOf(epoch) > HappensBefore.stepOf(last)) {
                last = epoch;
                what = sleeper.names[i];
            }
        }
        if (last != 0) {
            return "%s changed %s in step %d, which it had looked at before it slept in step %d, and woke nobody"
                    .formatted(
                            names.task(HappensBefore.taskOf(last)), what, HappensBefore.stepOf(last), sleeper.sleptAt);
        }
        int wake = woken.get(queue);
        return wake == 0
                ? "nobody ever wakes it"
                : "the last wake-up came in step %d, before it slept in step %d".formatted(wake, sleeper.sleptAt);
    }
}

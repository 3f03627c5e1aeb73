package dev.yank.reports.timeline;

import dev.yank.harness.run.Counterexample;
import dev.yank.reports.text.EventWords;
import dev.yank.reports.text.TaskNames;
import dev.yank.reports.timeline.Lane.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeMap;

/// The lanes of one execution. A lane comes into being when something is drawn in it.
final class Lanes {

    /// Where a lane stands: by its group, and within it by number.
    private record Key(Group group, int number) {}

    private static final int ALONE = -1;

    private final Counterexample counterexample;
    private final SortedSet<Integer> subjects;
    private final EventWords words;
    private final TreeMap<Key, Lane> lanes =
            new TreeMap<>(Comparator.comparing(Key::group).thenComparingInt(Key::number));

    /// @param subjects the objects in question
    Lanes(Counterexample counterexample, SortedSet<Integer> subjects) {
        this.counterexample = counterexample;
        this.subjects = subjects;
        this.words = new EventWords(counterexample);
    }

    /// The lane of a task. What runs alone, before the processes or after them, shares one.
    String task(int task) {
        if (!TaskNames.isAlone(counterexample, task)) {
            return lane(Group.TASKS, task, TaskNames.of(counterexample, task), true);
        }
        List<Integer> alone = new ArrayList<>();
        for (int other = 0; other < counterexample.tasks().size(); other++) {
            if (TaskNames.isAlone(counterexample, other)) {
                alone.add(other);
            }
        }
        return lane(Group.TASKS, ALONE, TaskNames.heading(counterexample, alone), true);
    }

    String device(int object) {
        return lane(Group.DEVICE, object, words.object(object), true);
    }

    String count(int object) {
        return lane(Group.COUNTS, object, words.object(object), true);
    }

    String guard(int object) {
        return lane(Group.GUARDS, object, words.object(object), true);
    }

    /// Objects are many: at first only those in question are shown.
    String object(int object) {
        return lane(Group.OBJECTS, object, words.object(object), subjects.contains(object));
    }

    private String lane(Group group, int number, String label, boolean shown) {
        return lanes.computeIfAbsent(
                        new Key(group, number),
                        _ -> new Lane(
                                group.name().toLowerCase(Locale.ROOT) + ":" + number, group.label(), label, shown))
                .id();
    }

    /// Those that something was drawn in, from the top to the bottom.
    List<Lane> all() {
        return List.copyOf(lanes.values());
    }
}

package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// A set of tasks is a sorted set of small numbers, whatever was added and removed in whatever order.
final class TaskSetPropertiesTest {

    @Property(tries = 400)
    void aSetOfTasksIsASetOfNumbers(
            @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> added,
            @ForAll @Size(max = 30) List<@IntRange(max = 260) Integer> removed) {
        var tasks = new TaskSet();
        added.forEach(tasks::add);
        removed.forEach(tasks::remove);
        var numbers = new TreeSet<>(added);
        numbers.removeAll(Set.copyOf(removed));

        assertThat(members(tasks)).containsExactlyElementsOf(numbers);
        assertThat(tasks.size()).isEqualTo(numbers.size());
        assertThat(tasks.isEmpty()).isEqualTo(numbers.isEmpty());
        assertThat(tasks.hasSeveral()).isEqualTo(numbers.size() > 1);
        assertThat(tasks.lowest()).isEqualTo(numbers.isEmpty() ? -1 : numbers.first());
        assertThat(tasks).hasToString(numbers.toString().replace('[', '{').replace(']', '}'));
        @Var int index = 0;
        for (int number : numbers) {
            assertThat(tasks.nth(index++)).isEqualTo(number);
        }
        for (int number = -1; number < 300; number++) {
            assertThat(tasks.contains(number)).isEqualTo(numbers.contains(number));
        }
    }

    @Property(tries = 400)
    void equalSetsHaveEqualMembers(
            @ForAll @Size(max = 9) Set<@IntRange(max = 140) Integer> one,
            @ForAll @Size(max = 9) Set<@IntRange(max = 140) Integer> other) {
        TaskSet first = of(one);
        TaskSet second = of(other);
        assertThat(first.equals(second)).isEqualTo(one.equals(other));
        TaskSet copy = first.copy();
        copy.add(190);
        assertThat(copy).isNotEqualTo(first);
        copy.remove(190);
        assertThat(copy).isEqualTo(first).hasSameHashCodeAs(first);

        copy.addAll(second);
        var both = new TreeSet<>(one);
        both.addAll(other);
        assertThat(members(copy)).containsExactlyElementsOf(both);
        assertThat(members(first)).containsExactlyElementsOf(new TreeSet<>(one));
        copy.clear();
        assertThat(copy.isEmpty()).isTrue();
    }

    private static TaskSet of(Set<Integer> numbers) {
        return TaskSet.of(numbers.stream().mapToInt(Integer::intValue).toArray());
    }

    private static List<Integer> members(TaskSet tasks) {
        List<Integer> members = new ArrayList<>();
        for (@Var int task = tasks.next(0); task >= 0; task = tasks.next(task + 1)) {
            members.add(task);
        }
        return members;
    }
}

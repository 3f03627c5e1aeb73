package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Configurations that were left for later, in batches: those that await the same completion, the latest on top.
final class Batches {

    /// Bottom to top: the configurations of a batch, how many they are, and the event that they await.
    private final IntList stack = new IntList();

    boolean isEmpty() {
        return stack.size() == 0;
    }

    /// Leaves the configurations from a place on.
    void leave(IntList queue, int from, int event) {
        int count = queue.size() - from;
        stack.addAll(queue.numbers, from, count);
        stack.add(count);
        stack.add(event);
    }

    /// Takes the top batch, and tells the event that it awaits.
    int take(IntList into) {
        int event = stack.get(stack.size() - 1);
        int count = stack.get(stack.size() - 2);
        int start = stack.size() - 2 - count;
        into.clear();
        into.addAll(stack.numbers, start, count);
        stack.cutTo(start);
        return event;
    }

    /// Drops the batches that await an event before this one; says whether there were any.
    boolean dropBefore(int event) {
        @Var int bottom = stack.size();
        while (bottom > 0 && stack.get(bottom - 1) >= event) {
            bottom -= stack.get(bottom - 2) + 2;
        }
        int kept = stack.size() - bottom;
        System.arraycopy(stack.numbers, bottom, stack.numbers, 0, kept);
        stack.cutTo(kept);
        return bottom > 0;
    }

    /// All configurations, here and in a list, each once, in ascending order.
    int[] with(IntList others) {
        IntList all = new IntList();
        all.addAll(others.numbers, 0, others.size());
        for (@Var int top = stack.size(); top > 0; top -= stack.get(top - 2) + 2) {
            int count = stack.get(top - 2);
            all.addAll(stack.numbers, top - 2 - count, count);
        }
        return Arrays.stream(all.numbers, 0, all.size()).sorted().distinct().toArray();
    }

    /// Gives each configuration its place in an ascending list as its new number.
    void renumber(int[] kept) {
        for (@Var int top = stack.size(); top > 0; top -= stack.get(top - 2) + 2) {
            for (int i = top - 2 - stack.get(top - 2); i < top - 2; i++) {
                stack.numbers[i] = Arrays.binarySearch(kept, stack.get(i));
            }
        }
    }

    long bytes() {
        return stack.bytes();
    }
}

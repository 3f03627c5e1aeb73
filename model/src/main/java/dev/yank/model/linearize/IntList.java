package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// Numbers in a row, which grows.
final class IntList {

    private static final int FIRST_CAPACITY = 16;

    /// The first [#size()] of these.
    @Var
    int[] numbers = new int[FIRST_CAPACITY];

    @Var
    private int size;

    int size() {
        return size;
    }

    int get(int place) {
        return numbers[place];
    }

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.multiplyExact(2, size));
        }
        numbers[size++] = number;
    }

    void addAll(int[] from, int start, int count) {
        if (size + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(Math.addExact(size, count), 2 * size));
        }
        System.arraycopy(from, start, numbers, size, count);
        size += count;
    }

    /// Keeps the first of them.
    void cutTo(int count) {
        size = count;
    }

    void clear() {
        size = 0;
    }

    long bytes() {
        return (long) Integer.BYTES * numbers.length;
    }
}

package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// States and operations as small numbers, and what an operation makes of a state, asked of the specification
/// once.
///
/// Operations that are equal, with equal responses, share one number, called a kind here.
final class Transitions<S, O, R> {

    /// No effect of the operation fits.
    static final int NONE = -1;

    private static final int FIRST_CAPACITY = 64;
    private static final long EMPTY = -1;

    private record Kind<O, R>(O operation, @Nullable R response) {}

    private final SequentialSpec<S, O, R> spec;
    private final Map<S, Integer> numbersOfStates = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final Map<Kind<O, R>, Integer> numbersOfKinds = new HashMap<>();
    private final List<Kind<O, R>> kinds = new ArrayList<>();

    /// Where several states can follow: each list by its number.
    private final List<int[]> several = new ArrayList<>();

    /// Open addressing: state and kind, and beside it the state that follows, or [#NONE], or -2 minus the
    /// number of a list.
    @Var
    private long[] keys = new long[FIRST_CAPACITY];

    @Var
    private int[] values = new int[FIRST_CAPACITY];

    @Var
    private int size;

    Transitions(SequentialSpec<S, O, R> spec) {
        this.spec = spec;
        Arrays.fill(keys, EMPTY);
    }

    int initial() {
        return number(spec.initial());
    }

    int states() {
        return states.size();
    }

    int kinds() {
        return kinds.size();
    }

    S state(int number) {
        return states.get(number);
    }

    /// The number of what an entry asked and was answered.
    int kindOf(Entry<O, R> entry) {
        var kind = new Kind<>(entry.operation(), entry.response());
        int fresh = kinds.size();
        Integer known = numbersOfKinds.putIfAbsent(kind, fresh);
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return fresh;
    }

    boolean onlyObserves(int kind) {
        Kind<O, R> known = kinds.get(kind);
        return spec.onlyObserves(known.operation(), known.response());
    }

    /// What follows the state: one state, or [#NONE], or a number for [#list(int)] if it is less.
    int next(int state, int kind) {
        long key = ((long) state << Integer.SIZE) | kind;
        int mask = keys.length - 1;
        @Var int slot = hash(key) & mask;
        for (@Var long there = keys[slot]; there != EMPTY; there = keys[slot]) {
            if (there == key) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        int value = ask(state, kind);
        put(key, value);
        return value;
    }

    /// The states that may follow, where there are several.
    int[] list(int next) {
        return several.get(-2 - next);
    }

    private int ask(int state, int kind) {
        Kind<O, R> asked = kinds.get(kind);
        R response = asked.response();
        @Var int count = 0;
        @Var int[] found = new int[1];
        for (Effect<S, R> effect : spec.effects(states.get(state), asked.operation())) {
            if (response != null && !response.equals(effect.response())) {
                continue;
            }
            int next = number(effect.next());
            // A lost operation that changes nothing need not have happened.
            if ((response == null && next == state) || contains(found, count, next)) {
                continue;
            }
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = next;
        }
        if (count == 0) {
            return NONE;
        }
        if (count == 1) {
            return found[0];
        }
        several.add(Arrays.copyOf(found, count));
        return -1 - several.size();
    }

    private static boolean contains(int[] numbers, int count, int number) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    private int number(S state) {
        int fresh = states.size();
        Integer known = numbersOfStates.putIfAbsent(state, fresh);
        if (known != null) {
            return known;
        }
        states.add(state);
        return fresh;
    }

    private void put(long key, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        place(keys, values, key, value);
        size++;
    }

    private void grow() {
        long[] newKeys = new long[Math.multiplyExact(keys.length, 2)];
        int[] newValues = new int[newKeys.length];
        Arrays.fill(newKeys, EMPTY);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                place(newKeys, newValues, keys[i], values[i]);
            }
        }
        keys = newKeys;
        values = newValues;
    }

    private static void place(long[] keys, int[] values, long key, int value) {
        int mask = keys.length - 1;
        @Var int slot = hash(key) & mask;
        while (keys[slot] != EMPTY) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> Integer.SIZE);
    }

    /// How much memory the table takes, without the states themselves, in bytes.
    long bytes() {
        return (Long.BYTES + Integer.BYTES) * (long) keys.length + 100L * states.size();
    }
}

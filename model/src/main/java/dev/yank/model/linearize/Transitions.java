package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// States and operations as small numbers, and what an operation makes of a state, asked of the specification
/// once.
///
/// Operations that are equal, with equal responses, may share one number, called a kind here.
final class Transitions<S, O, R> {

    /// No effect of the operation fits.
    static final int NONE = -1;

    private static final int FIRST_CAPACITY = 64;

    /// A state has a row of its own while states and kinds are so few.
    private static final int FEW_STATES = 1024;

    private static final int FEW_KINDS = 64;
    private static final int FIRST_ROWS = 8;
    private static final int UNKNOWN = Integer.MIN_VALUE;
    private static final long EMPTY = -1;

    private record Kind<O, R>(O operation, @Nullable R response) {}

    private final SequentialSpec<S, O, R> spec;
    private final Interned<S> states = new Interned<>();
    private final List<Kind<O, R>> kinds = new ArrayList<>();
    private final @Nullable Interned<Kind<O, R>> equals;

    /// Where several states can follow: each list by its number.
    private final List<int[]> several = new ArrayList<>();

    /// What follows each of the first states, by kind.
    @Var
    private int[] @Nullable [] rows = new int[FIRST_ROWS][];

    /// Open addressing: state and kind, and beside it the state that follows, or [#NONE], or -2 minus the
    /// number of a list.
    @Var
    private long[] keys = {};

    @Var
    private int[] values = {};

    @Var
    private int size;

    private Transitions(SequentialSpec<S, O, R> spec, @Nullable Interned<Kind<O, R>> equals) {
        this.spec = spec;
        this.equals = equals;
    }

    /// Equal operations share a number.
    static <S, O, R> Transitions<S, O, R> of(SequentialSpec<S, O, R> spec) {
        return new Transitions<>(spec, new Interned<>());
    }

    /// Each operation has a number of its own, which costs less to find out.
    static <S, O, R> Transitions<S, O, R> ofFew(SequentialSpec<S, O, R> spec) {
        return new Transitions<>(spec, null);
    }

    int initial() {
        return states.number(spec.initial());
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

    /// The number of what an entry asked and was answered; to be asked for all entries before anything else.
    int kindOf(Entry<O, R> entry) {
        var kind = new Kind<>(entry.operation(), entry.response());
        int number = equals == null ? kinds.size() : equals.number(kind);
        if (number == kinds.size()) {
            kinds.add(kind);
        }
        return number;
    }

    boolean onlyObserves(int kind) {
        Kind<O, R> known = kinds.get(kind);
        return spec.onlyObserves(known.operation(), known.response());
    }

    /// What follows the state: one state, or [#NONE], or a number for [#list(int)] if it is less.
    int next(int state, int kind) {
        if (state >= FEW_STATES || kinds.size() > FEW_KINDS) {
            return inTable(state, kind);
        }
        int[] row = row(state);
        if (row[kind] == UNKNOWN) {
            row[kind] = ask(state, kind);
        }
        return row[kind];
    }

    private int[] row(int state) {
        if (state >= rows.length) {
            rows = Arrays.copyOf(rows, Math.max(state + 1, 2 * rows.length));
        }
        @Var int @Nullable [] row = rows[state];
        if (row == null) {
            row = new int[kinds.size()];
            Arrays.fill(row, UNKNOWN);
            rows[state] = row;
        }
        return row;
    }

    private int inTable(int state, int kind) {
        if (keys.length == 0) {
            grow();
        }
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
            int next = states.number(effect.next());
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

    private void put(long key, int value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        place(keys, values, key, value);
        size++;
    }

    private void grow() {
        long[] newKeys = new long[Math.max(FIRST_CAPACITY, Math.multiplyExact(keys.length, 2))];
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

    /// How much memory the numbers and the table take, in bytes; of the states a guess.
    long bytes() {
        return (Long.BYTES + Integer.BYTES) * (long) keys.length
                + (long) Integer.BYTES * Math.min(FEW_STATES, states.size()) * Math.min(FEW_KINDS, kinds.size())
                + states.bytes()
                + (equals == null ? 0 : equals.bytes());
    }
}

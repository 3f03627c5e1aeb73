package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The search of Wing, Gong and Lowe for an order of few operations, as [WingGongLowe] makes it: the same choices in
/// the
/// same order, and so the same result. With at most 64 operations, which of them are placed is one word, and nothing
/// has to be prepared but what must come before what.
final class FewOperations<S, O, R> {

    /// More operations do not fit.
    static final int MOST = Long.SIZE;

    private final SequentialSpec<S, O, R> spec;

    /// In the order of their invocations; their kinds have the same numbers.
    private final List<Entry<O, R>> entries;

    private final Transitions<S, O, R> transitions;
    private final Seen seen = new Seen();

    /// What completed before each operation was invoked, one bit each; more and more from one to the next.
    private final long[] before;

    /// Those that were answered.
    private final long answered;

    /// The choices made so far: which operation, and in which state.
    private final int[] operations;

    private final int[] states;

    @Var
    private int depth;

    @Var
    private long placed;

    @Var
    private int state;

    /// The beginning that left the fewest answered operations over.
    @Var
    private int fewestUnanswered = Integer.MAX_VALUE;

    @Var
    private int[] deepest = {};

    @Var
    private int deepestState;

    private FewOperations(SequentialSpec<S, O, R> spec, List<Entry<O, R>> given) {
        this.spec = spec;
        this.transitions = Transitions.ofFew(spec);
        this.entries = inOrder(given);
        int count = entries.size();
        this.before = new long[count];
        this.operations = new int[count];
        this.states = new int[count];
        this.answered = prepare();
        this.state = transitions.initial();
    }

    /// Judges a part of the world, if no more than so many configurations need be visited.
    ///
    /// @param entries at most [#MOST]
    static <S, O, R> Optional<LinearizabilityResult<O, R>> judge(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, long mostConfigurations) {
        var search = new FewOperations<>(spec, entries);
        while ((search.answered & ~search.placed) != 0) {
            if (search.seen.size >= mostConfigurations) {
                return Optional.empty();
            }
            if (!search.goesOn()) {
                return Optional.of(search.refusal());
            }
        }
        return Optional.of(new Linearizable<>(search.orderOf(search.operations, search.depth)));
    }

    private static <O, R> List<Entry<O, R>> inOrder(List<Entry<O, R>> given) {
        for (int i = 1; i < given.size(); i++) {
            if (given.get(i - 1).invoked() > given.get(i).invoked()) {
                List<Entry<O, R>> sorted = new ArrayList<>(given);
                sorted.sort(Comparator.comparingInt(Entry::invoked));
                return sorted;
            }
        }
        return given;
    }

    /// Finds out what comes before what, and which operations were answered.
    private long prepare() {
        @Var long found = 0;
        for (int i = 0; i < before.length; i++) {
            Entry<O, R> entry = entries.get(i);
            transitions.kindOf(entry);
            if (entry.response() != null) {
                found |= 1L << i;
            }
            for (int j = 0; j < i; j++) {
                if (entries.get(j).completed() < entry.invoked()) {
                    before[i] |= 1L << j;
                }
            }
        }
        return found;
    }

    /// Places an operation, after taking back as many as it takes; false if nothing is left to be taken back.
    private boolean goesOn() {
        @Var int operation = 0;
        while (!placesOne(operation)) {
            noteDeadEnd();
            if (depth == 0) {
                return false;
            }
            depth--;
            operation = operations[depth];
            state = states[depth];
            placed &= ~(1L << operation);
        }
        return true;
    }

    /// Places an operation, this one or a later one, that leads to a new configuration.
    private boolean placesOne(int first) {
        for (int i = first; i < before.length && (before[i] & ~placed) == 0; i++) {
            if ((placed & (1L << i)) == 0 && places(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean places(int operation) {
        int next = transitions.next(state, operation);
        if (next >= 0) {
            return places(operation, next);
        }
        if (next != Transitions.NONE) {
            for (int one : transitions.list(next)) {
                if (places(operation, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean places(int operation, int next) {
        long with = placed | (1L << operation);
        if (!seen.add(with, next)) {
            return false;
        }
        operations[depth] = operation;
        states[depth] = state;
        depth++;
        placed = with;
        state = next;
        return true;
    }

    private void noteDeadEnd() {
        int unanswered = Long.bitCount(answered & ~placed);
        if (unanswered < fewestUnanswered) {
            fewestUnanswered = unanswered;
            deepest = Arrays.copyOf(operations, depth);
            deepestState = state;
        }
    }

    private LinearizabilityResult<O, R> refusal() {
        Entry<O, R> entry = entries.get(firstToComplete());
        return new NotLinearizable<>(
                entry,
                Refusal.sentence(spec, transitions.state(deepestState), entry),
                orderOf(deepest, deepest.length));
    }

    /// Of the operations that the longest beginning left over.
    private int firstToComplete() {
        @Var long left = answered;
        for (int operation : deepest) {
            left &= ~(1L << operation);
        }
        @Var int first = Long.numberOfTrailingZeros(left);
        for (; left != 0; left &= left - 1) {
            int operation = Long.numberOfTrailingZeros(left);
            if (entries.get(operation).completed() < entries.get(first).completed()) {
                first = operation;
            }
        }
        return first;
    }

    private List<Entry<O, R>> orderOf(int[] chosen, int count) {
        List<Entry<O, R>> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            order.add(entries.get(chosen[i]));
        }
        return order;
    }

    /// The configurations that were visited: which operations were placed, and the state.
    static final class Seen {

        private static final int FIRST_CAPACITY = 64;

        /// Open addressing: the placed operations, and beside them the state plus one; 0 is free.
        @Var
        private long[] placed = new long[FIRST_CAPACITY];

        @Var
        private int[] states = new int[FIRST_CAPACITY];

        @Var
        private int size;

        /// Remembers a configuration, and says whether it is new.
        boolean add(long placedNow, int state) {
            int slot = slot(placedNow, state + 1);
            if (states[slot] != 0) {
                return false;
            }
            placed[slot] = placedNow;
            states[slot] = state + 1;
            if (2 * ++size > states.length) {
                grow();
            }
            return true;
        }

        /// Where a configuration is, or would be.
        private int slot(long placedNow, int state) {
            int mask = states.length - 1;
            long mixed = (placedNow * 31 + state) * 0x9E3779B97F4A7C15L;
            @Var int slot = (int) (mixed >>> Integer.SIZE) & mask;
            while (states[slot] != 0 && (states[slot] != state || placed[slot] != placedNow)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        private void grow() {
            long[] oldPlaced = placed;
            int[] oldStates = states;
            placed = new long[2 * oldPlaced.length];
            states = new int[placed.length];
            for (int i = 0; i < oldStates.length; i++) {
                if (oldStates[i] != 0) {
                    int slot = slot(oldPlaced[i], oldStates[i]);
                    placed[slot] = oldPlaced[i];
                    states[slot] = oldStates[i];
                }
            }
        }
    }
}

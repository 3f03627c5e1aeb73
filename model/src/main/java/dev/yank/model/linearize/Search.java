package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.Effect;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.List;

/// The search of Wing, Gong and Lowe for an order of the operations of one part of the world.
final class Search<S, O, R> {

    /*
     * The search places operations one after another, always one that was invoked before any that is not yet
     * placed completed [1]. A choice that leads nowhere is taken back. A configuration, that is the set of placed
     * operations and the state, that was visited before is not entered again [2]: whatever follows from it has been
     * tried.
     *
     * A specification may allow several effects, so a choice is an operation and an effect. An operation without a
     * response may have any effect or none; an effect of it that leaves the state as it is would change nothing, and is
     * not tried.
     *
     * [1] Testing and Verifying Concurrent Objects, Jeannette Wing, Chun Gong, 1993.
     * [2] Testing for Linearizability, Gavin Lowe, 2017.
     */

    private static final int NO_CHOICE = -1;
    private static final int CHECKED_EVERY = 1024;

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final Timeline timeline;
    private final Configurations visited;
    private final long[] placed;

    /// The choices made so far: which operation, in which state, out of which effects, and which of them.
    private final int[] operations;

    private final List<S> states;
    private final List<List<Effect<S, R>>> effects;
    private final int[] taken;

    Search(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries) {
        int count = entries.size();
        int words = (count + Long.SIZE - 1) / Long.SIZE;
        this.spec = spec;
        this.entries = entries;
        this.timeline = new Timeline(entries);
        this.visited = new Configurations(words);
        this.placed = new long[words];
        this.operations = new int[count];
        this.states = new ArrayList<>(count);
        this.effects = new ArrayList<>(count);
        this.taken = new int[count];
    }

    /// The whole search, to be called once.
    LinearizabilityResult<O, R> run(Limits limits) {
        @Var int depth = 0;
        @Var int unanswered = countOfCompleted();
        @Var int fewestUnanswered = Integer.MAX_VALUE;
        @Var int deepest = 0;
        @Var int cannotBePlaced = NO_CHOICE;
        @Var int[] deepestOperations = operations;
        @Var S state = spec.initial();
        @Var S deepestState = state;
        @Var int node = timeline.first();
        @Var int steps = 0;
        while (unanswered > 0) {
            if ((++steps & (CHECKED_EVERY - 1)) == 0 && limits.stop().getAsBoolean()) {
                return new Inconclusive<>("Time ran out after " + visited.size()
                        + " configurations; allow it more, or judge a shorter history.");
            }
            List<Effect<S, R>> choices;
            @Var int from = 0;
            if (timeline.isCompletion(node)) {
                // The operation that completes here had to be placed by now, so the last choice was wrong.
                if (unanswered < fewestUnanswered) {
                    fewestUnanswered = unanswered;
                    deepest = depth;
                    deepestState = state;
                    deepestOperations = operations.clone();
                    cannotBePlaced = node - entries.size();
                }
                if (depth == 0) {
                    return refuse(cannotBePlaced, deepestState, orderOf(deepestOperations, deepest));
                }
                depth--;
                node = operations[depth];
                state = states.removeLast();
                choices = effects.removeLast();
                from = taken[depth] + 1;
                boolean completes = entries.get(node).response() != null;
                timeline.unlift(node, completes);
                placed[node / Long.SIZE] &= ~(1L << node);
                unanswered += completes ? 1 : 0;
            } else {
                choices = spec.effects(state, entries.get(node).operation());
            }
            int choice = choose(node, state, choices, from);
            if (choice == NO_CHOICE) {
                node = timeline.after(node);
                continue;
            }
            if (visited.size() > limits.maxConfigurations()) {
                return new Inconclusive<>("The search visited " + limits.maxConfigurations()
                        + " configurations without an answer; allow it more, or judge a shorter history.");
            }
            if (visited.bytes() > limits.maxBytes()) {
                return new Inconclusive<>("The configurations need more than " + (limits.maxBytes() >> 20)
                        + " MiB; allow more memory, or judge a shorter history.");
            }
            operations[depth] = node;
            states.add(state);
            effects.add(choices);
            taken[depth] = choice;
            depth++;
            state = choices.get(choice).next();
            boolean completes = entries.get(node).response() != null;
            timeline.lift(node, completes);
            unanswered -= completes ? 1 : 0;
            node = timeline.first();
        }
        return new Linearizable<>(orderOf(operations, depth));
    }

    /// The first effect, from a place on, that fits what is known of the response and leads to a new
    /// configuration; the operation then counts as placed.
    private int choose(int operation, S state, List<Effect<S, R>> choices, int from) {
        R response = entries.get(operation).response();
        int word = operation / Long.SIZE;
        long bit = 1L << operation;
        for (int i = from; i < choices.size(); i++) {
            Effect<S, R> effect = choices.get(i);
            boolean fits = response == null
                    ? !effect.next().equals(state)
                    : effect.response().equals(response);
            if (fits) {
                placed[word] |= bit;
                if (visited.add(placed, effect.next())) {
                    return i;
                }
                placed[word] &= ~bit;
            }
        }
        return NO_CHOICE;
    }

    private int countOfCompleted() {
        @Var int count = 0;
        for (Entry<O, R> entry : entries) {
            count += entry.response() == null ? 0 : 1;
        }
        return count;
    }

    private List<Entry<O, R>> orderOf(int[] chosen, int count) {
        List<Entry<O, R>> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            order.add(entries.get(chosen[i]));
        }
        return order;
    }

    /// After the longest beginning every answer that the operation could have given differs from the one it
    /// gave; otherwise the beginning could have been longer. Its length is the number of answered operations.
    private NotLinearizable<O, R> refuse(int operation, S state, List<Entry<O, R>> longestPrefix) {
        Entry<O, R> entry = entries.get(operation);
        return new NotLinearizable<>(entry, Refusal.sentence(spec, state, entry), longestPrefix);
    }
}

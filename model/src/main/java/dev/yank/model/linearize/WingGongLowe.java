package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.List;

/// The search of Wing, Gong and Lowe for an order of the operations of one part of the world.
final class WingGongLowe<S, O, R> implements Contender<O, R> {

    /*
     * The search places operations one after another, always one that was invoked before any that is not yet
     * placed completed [1]. A choice that leads nowhere is taken back. A configuration, that is the set of placed
     * operations and the state, that was visited before is not entered again [2]: whatever follows from it has been
     * tried.
     *
     * A specification may allow several effects, so a choice is an operation and an effect. An operation without a
     * response may have any effect or none; of lost operations that ask the same, the one that was invoked first is
     * placed first.
     *
     * [1] Testing and Verifying Concurrent Objects, Jeannette Wing, Chun Gong, 1993.
     * [2] Testing for Linearizability, Gavin Lowe, 2017.
     */

    private static final int NO_CHOICE = -1;
    private static final int STEPS_EACH = 64;

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final Transitions<S, O, R> transitions;
    private final Course course;
    private final Timeline timeline;
    private final Memo memo = new Memo();
    private final PlacedOperations placed;

    /// The choices made so far: which operation, in which state, and which of its effects.
    private final int[] operations;

    private final int[] states;
    private final int[] taken;

    @Var
    private int depth;

    @Var
    private int state;

    /// Where in the timeline the next choice is looked for, and from which of its effects on.
    @Var
    private int node;

    @Var
    private int from;

    /// The state that the choice made last leads to.
    @Var
    private int chosen;

    @Var
    private int unanswered;

    @Var
    private long steps;

    /// The beginning that left the fewest answered operations over.
    @Var
    private int fewestUnanswered = Integer.MAX_VALUE;

    @Var
    private int deepest;

    private final int[] deepestOperations;

    /// Up to here it is the same as the choices made now.
    @Var
    private int sharedDepth;

    @Var
    private int deepestState;

    @Var
    private int cannotBePlaced = NO_CHOICE;

    /// The latest completion that was ever the first that is left.
    @Var
    private int farthestCompletion;

    WingGongLowe(
            SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Transitions<S, O, R> transitions, Course course) {
        int count = entries.size();
        this.spec = spec;
        this.entries = entries;
        this.transitions = transitions;
        this.course = course;
        this.timeline = new Timeline(count, course.events);
        this.placed = new PlacedOperations(course);
        this.operations = new int[count];
        this.states = new int[count];
        this.taken = new int[count];
        this.deepestOperations = new int[count];
        this.state = transitions.initial();
        this.node = timeline.first();
        this.unanswered = course.completed;
        this.farthestCompletion = course.firstCompletion();
    }

    @Override
    public Standing advance(long more) {
        long until = memo.size() + more;
        long lastStep = steps + STEPS_EACH * Math.min(more, Integer.MAX_VALUE);
        while (unanswered > 0) {
            if (memo.size() >= until || steps >= lastStep) {
                return Standing.SEARCHING;
            }
            steps++;
            if (timeline.isCompletion(node)) {
                // The operation that completes here had to be placed by now, so the last choice was wrong.
                noteDeadEnd();
                if (depth == 0) {
                    return Standing.NO_ORDER;
                }
                takeBack();
            }
            int choice = choose();
            if (choice == NO_CHOICE) {
                node = timeline.after(node);
                from = 0;
            } else {
                place(choice);
            }
        }
        return Standing.ORDER;
    }

    /// The first effect, from a place on, that leads to a new configuration; the operation then counts as placed.
    private int choose() {
        int next = transitions.next(state, course.kinds[node]);
        if (next == Transitions.NONE || !placed.isNextOfEquals(node)) {
            return NO_CHOICE;
        }
        placed.add(node);
        if (next >= 0) {
            if (from == 0 && placed.isNew(next, memo)) {
                chosen = next;
                return 0;
            }
        } else {
            int[] several = transitions.list(next);
            for (int i = from; i < several.length; i++) {
                if (placed.isNew(several[i], memo)) {
                    chosen = several[i];
                    return i;
                }
            }
        }
        placed.remove(node);
        return NO_CHOICE;
    }

    private void place(int choice) {
        operations[depth] = node;
        states[depth] = state;
        taken[depth] = choice;
        depth++;
        state = chosen;
        boolean completes = placed.completes(node);
        timeline.lift(node, completes);
        unanswered -= completes ? 1 : 0;
        node = timeline.first();
        from = 0;
    }

    private void takeBack() {
        depth--;
        sharedDepth = Math.min(sharedDepth, depth);
        node = operations[depth];
        state = states[depth];
        from = taken[depth] + 1;
        boolean completes = placed.completes(node);
        timeline.unlift(node, completes);
        placed.remove(node);
        unanswered += completes ? 1 : 0;
    }

    private void noteDeadEnd() {
        int operation = timeline.completing(node);
        farthestCompletion = Math.max(farthestCompletion, course.completions[operation]);
        if (unanswered < fewestUnanswered) {
            fewestUnanswered = unanswered;
            System.arraycopy(operations, sharedDepth, deepestOperations, sharedDepth, depth - sharedDepth);
            sharedDepth = depth;
            deepest = depth;
            deepestState = state;
            cannotBePlaced = operation;
        }
    }

    @Override
    public long work() {
        return memo.size();
    }

    @Override
    public long bytes() {
        return memo.bytes() + placed.bytes();
    }

    @Override
    public int unexplainedFrom() {
        return entries.get(~course.events[farthestCompletion]).completed();
    }

    @Override
    public LinearizabilityResult<O, R> result() {
        if (unanswered == 0) {
            return new Linearizable<>(orderOf(operations, depth));
        }
        if (depth > 0 || cannotBePlaced == NO_CHOICE) {
            throw new IllegalStateException("The search is not over.");
        }
        // After the longest beginning every answer that the operation could have given differs from the one it gave;
        // otherwise the beginning could have been longer. Its length is the number of answered operations.
        Entry<O, R> entry = entries.get(cannotBePlaced);
        return new NotLinearizable<>(
                entry,
                Refusal.sentence(spec, transitions.state(deepestState), entry),
                orderOf(deepestOperations, deepest));
    }

    private List<Entry<O, R>> orderOf(int[] chosen, int count) {
        List<Entry<O, R>> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            order.add(entries.get(chosen[i]));
        }
        return order;
    }
}

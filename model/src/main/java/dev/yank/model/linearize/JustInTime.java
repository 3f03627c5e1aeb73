package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Just-in-time linearization of one part of the world: follows the history and places an operation only when a
/// completion demands it.
final class JustInTime<S, O, R> implements Contender<O, R> {

    /*
     * The search follows the events and keeps configurations, each of which explains all completions so far [1]. At a
     * completion whose operation a configuration has not placed, other open operations may be placed before it; all
     * sequences of them are tried, shorter ones first (see Placements). A configuration that is dominated is dropped
     * (see Visited).
     *
     * Followed one by one, the rest is left for later, which finds an order fast where there are many. Followed all at
     * once, nothing is left, which is what it takes to show that there is no order, and what is behind can be
     * forgotten.
     *
     * [1] Testing for Linearizability, Gavin Lowe, 2017.
     */

    /// How many configurations are followed at once.
    enum Width {
        ONE(1),
        ALL(Integer.MAX_VALUE);

        private final int count;

        Width(int count) {
            this.count = count;
        }
    }

    private static final int NO_TURN = -1;
    private static final int MOST_PATIENCE = 20_000;
    private static final int COMPARISONS_EACH = 32;
    private static final int RETAINED_AT = 1 << 14;
    private static final int DROPPED_AT = 1 << 17;

    /// Batches left for later are dropped only so many events behind.
    private static final int RECENT = 4000;

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final Transitions<S, O, R> transitions;
    private final Course course;
    private final Width width;
    private final Cursor cursor;
    private final LostSets lostSets;
    private final Visited visited;
    private final Paths paths = new Paths();
    private final Placements placements;
    private final Batches later = new Batches();
    private final Farthest farthest = new Farthest();

    /// The configurations that await their turn at this completion, and those that have passed it.
    @Var
    private IntList queue = new IntList();

    @Var
    private IntList passed = new IntList();

    /// Whose turn it is in the queue, or that the completion before is not done with.
    @Var
    private int turn = NO_TURN;

    /// How many configurations to look at without coming farther before being tired.
    @Var
    private long patience;

    /// Whether batches were dropped, so that nothing follows if no order is found; and when to look for some again.
    @Var
    private boolean hasDropped;

    @Var
    private int dropAt = DROPPED_AT;

    @Var
    private int retainAt = RETAINED_AT;

    @Var
    private long work;

    /// The latest completion that a configuration has come to.
    @Var
    private int reached;

    @Var
    private Standing standing = Standing.SEARCHING;

    JustInTime(
            SequentialSpec<S, O, R> spec,
            List<Entry<O, R>> entries,
            Transitions<S, O, R> transitions,
            Course course,
            Width width) {
        this.spec = spec;
        this.entries = entries;
        this.transitions = transitions;
        this.course = course;
        this.width = width;
        this.reached = course.firstCompletion();
        this.cursor = new Cursor(course);
        this.lostSets = new LostSets(course.lost.length);
        this.visited = new Visited(course.words(), lostSets);
        this.placements = new Placements(transitions, course, cursor, lostSets, visited, paths);
        this.patience = width == Width.ONE ? Math.min(MOST_PATIENCE, course.events.length / 4 + 64) : Long.MAX_VALUE;
        placements.first(passed);
    }

    @Override
    public Standing advance(long more) {
        long until = effort() + more;
        do {
            standing = step(until);
        } while (standing == Standing.SEARCHING && (effort() < until || turn == NO_TURN));
        return standing;
    }

    /// Configurations that are much like many others take longer to look at.
    private long effort() {
        return work + visited.comparisons() / COMPARISONS_EACH;
    }

    /// Goes to the next completion and past it, or back, or stops on the way there.
    private Standing step(long until) {
        if (turn == NO_TURN) {
            if (!cursor.toCompletion()) {
                return Standing.ORDER;
            }
            takeTurn();
        }
        if (!passCompletion(until)) {
            return Standing.SEARCHING;
        }
        turn = NO_TURN;
        if (passed.size() > 0) {
            cursor.pass();
            forget();
            return Standing.SEARCHING;
        }
        farthest.note(cursor, queue, visited, work);
        if (later.isEmpty()) {
            return hasDropped ? Standing.LOST_ITS_WAY : Standing.NO_ORDER;
        }
        cursor.backTo(later.take(passed));
        if (work - farthest.workBefore() > patience) {
            patience *= 2;
            return Standing.TIRED;
        }
        return Standing.SEARCHING;
    }

    /// The configurations that passed the completion before are those that await the next one.
    private void takeTurn() {
        IntList swap = queue;
        queue = passed;
        passed = swap;
        passed.clear();
        turn = 0;
        reached = Math.max(reached, cursor.at());
        for (int i = 0; i < queue.size(); i++) {
            placements.observe(queue.get(i));
        }
    }

    /// Takes configurations from the queue until enough have passed the completion that comes next; false if that has
    /// to wait.
    private boolean passCompletion(long until) {
        for (; turn < queue.size(); turn++) {
            if (passed.size() >= width.count) {
                later.leave(queue, turn, cursor.at());
                return true;
            }
            if (effort() >= until) {
                return false;
            }
            work++;
            int configuration = queue.get(turn);
            if (placements.pass(configuration, passed)) {
                continue;
            }
            if (passed.size() < width.count) {
                placements.placeOthers(configuration, queue);
            } else if (turn + 1 < queue.size() || placements.hasOthers(configuration)) {
                later.leave(queue, turn, cursor.at());
                return true;
            }
        }
        return true;
    }

    /// What is behind is needed only to go back to it.
    private void forget() {
        if (!later.isEmpty()) {
            if (visited.size() > dropAt) {
                dropOldBatches();
            }
            return;
        }
        visited.keepOnly(passed.numbers, passed.size());
        for (int i = 0; i < passed.size(); i++) {
            passed.numbers[i] = i;
        }
        if (paths.size() > retainAt) {
            retainPaths(passed.size());
        }
    }

    /// Forgets the paths that no configuration took, of those from 0 on.
    private void retainPaths(int count) {
        farthest.path(paths);
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            ends[i] = visited.node(i);
        }
        paths.retain(ends, count);
        for (int i = 0; i < count; i++) {
            visited.setNode(i, ends[i]);
        }
        retainAt = Math.max(RETAINED_AT, 2 * paths.size());
    }

    /// Bounds the memory of a long search: what was left for later long ago is hardly needed any more.
    private void dropOldBatches() {
        hasDropped |= later.dropBefore(cursor.at() - RECENT);
        int[] kept = later.with(passed);
        visited.keepOnly(kept, kept.length);
        later.renumber(kept);
        for (int i = 0; i < passed.size(); i++) {
            passed.numbers[i] = Arrays.binarySearch(kept, passed.get(i));
        }
        retainPaths(kept.length);
        dropAt = Math.max(DROPPED_AT, 2 * visited.size());
    }

    @Override
    public long work() {
        return work;
    }

    @Override
    public long bytes() {
        return visited.bytes() + paths.bytes() + lostSets.bytes() + later.bytes() + queue.bytes() + passed.bytes();
    }

    @Override
    public int unexplainedFrom() {
        return entries.get(~course.events[reached]).completed();
    }

    @Override
    public LinearizabilityResult<O, R> result() {
        if (standing == Standing.ORDER) {
            return new Linearizable<>(orderOf(paths.to(visited.node(passed.get(0)))));
        }
        if (standing != Standing.NO_ORDER) {
            throw new IllegalStateException("The search is not over: " + standing + ".");
        }
        Entry<O, R> stuck = stuck();
        S state = transitions.state(farthest.states().getFirst());
        return new NotLinearizable<>(stuck, Refusal.sentence(spec, state, stuck), orderOf(farthest.path(paths)));
    }

    /// The operation that cannot be placed, once there is no order.
    Entry<O, R> stuck() {
        return entries.get(farthest.operation());
    }

    /// The states in which the operation that cannot be placed was to be placed, eight at most, once there is no order.
    List<S> statesAtStuck() {
        return farthest.states().stream().map(transitions::state).toList();
    }

    private List<Entry<O, R>> orderOf(int[] operations) {
        List<Entry<O, R>> order = new ArrayList<>(operations.length);
        for (int operation : operations) {
            order.add(entries.get(operation));
        }
        return order;
    }
}

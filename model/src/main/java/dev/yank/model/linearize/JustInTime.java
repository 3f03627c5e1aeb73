package dev.yank.model.linearize;

import com.google.errorprone.annotations.Var;
import dev.yank.model.linearize.LinearizabilityResult.Inconclusive;
import dev.yank.model.linearize.LinearizabilityResult.Linearizable;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.spec.SequentialSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Just-in-time linearization of one part of the world: follows the history and places an operation only when a
/// completion demands it.
final class JustInTime<S, O, R> {

    /*
     * The search follows the events and keeps a set of configurations, each of which explains all completions so far
     * [1]. At a completion whose operation a configuration has not placed, other open operations may be placed before
     * it; all sequences of them are tried, shorter ones first.
     *
     * What keeps the sets small:
     * - an operation that only observes is placed as soon as its answer fits, in every configuration: to place it
     *   later could not help anybody;
     * - of operations that ask the same and were answered the same, the one that completes first is placed first, and
     *   of lost ones the one that was invoked first: they can stand in for each other;
     * - a configuration that is dominated is dropped (see Visited).
     *
     * It first follows `width` configurations only and leaves the rest for later, which finds an order fast where there
     * are many. Where that leads back too often it begins again and follows all configurations at once, which is what
     * it takes to show that there is no order, and needs no memory of what is behind.
     *
     * [1] Testing for Linearizability, Gavin Lowe, 2017.
     */

    private static final int FIRST_WIDTH = 1;
    private static final int ALL = Integer.MAX_VALUE;
    private static final int CHECKED_EVERY = 1024;
    private static final int MOST_PATIENCE = 20_000;
    private static final int RETAINED_AT = 1 << 14;
    private static final int DROPPED_AT = 1 << 17;

    /// Batches left for later are dropped only so many events behind.
    private static final int RECENT = 4000;

    private enum Outcome {
        ORDER,
        NO_ORDER,
        TOO_OFTEN_BACK,
        GAVE_UP
    }

    private final SequentialSpec<S, O, R> spec;
    private final List<Entry<O, R>> entries;
    private final Limits limits;
    private final Transitions<S, O, R> transitions;
    private final Course course;
    private final int words;

    /// Which operation holds each slot, and which slots are held, by any and by operations that only observe.
    private final int[] holders;

    private final long[] open;
    private final long[] observing;

    private final LostSets lostSets;

    @Var
    private Visited visited;

    @Var
    private Paths paths;

    /// The configuration being looked at.
    private final long[] placed;

    private final long[] placedNext;

    /// The configurations that await their turn at this completion, and those that have passed it.
    @Var
    private int[] queue = new int[16];

    @Var
    private int queued;

    @Var
    private int[] passed = new int[16];

    @Var
    private int passedCount;

    /// Batches left for later: event, then the configurations, then how many.
    @Var
    private int[] later = new int[64];

    @Var
    private int laterSize;

    /// Whether batches were dropped, so that nothing follows if no order is found; and when to look for some again.
    @Var
    private boolean hasDropped;

    @Var
    private int dropAt = DROPPED_AT;

    @Var
    private int retainAt = RETAINED_AT;

    /// The next event.
    @Var
    private int at;

    /// How many completions are behind, and how many lost operations were invoked.
    @Var
    private int position;

    @Var
    private int lostInvoked;

    @Var
    private long work;

    @Var
    private String reason = "";

    /// The latest completion that no configuration passed, and those that came so far.
    @Var
    private int farthest = -1;

    /// Stays when the search begins again.
    @Var
    private int farthestPosition;

    /// How many configurations had been looked at when the search came so far.
    @Var
    private long workAtFarthest;

    @Var
    private int farthestNode = Paths.ROOT;

    @Var
    private int farthestState;

    @Var
    private int[] stuckStates = {};

    JustInTime(SequentialSpec<S, O, R> spec, List<Entry<O, R>> entries, Limits limits) {
        this.spec = spec;
        this.entries = entries;
        this.limits = limits;
        this.transitions = new Transitions<>(spec);
        this.course = Course.of(transitions, entries);
        this.words = Math.max(1, (course.slotCount + Long.SIZE - 1) / Long.SIZE);
        this.holders = new int[course.slotCount];
        this.open = new long[words];
        this.observing = new long[words];
        this.lostSets = new LostSets(course.lost.length);
        this.visited = new Visited(words, lostSets, observing);
        this.paths = new Paths();
        this.placed = new long[words];
        this.placedNext = new long[words];
    }

    /// The whole search, to be called once.
    LinearizabilityResult<O, R> run() {
        @Var Outcome outcome = follow(FIRST_WIDTH, Math.min(MOST_PATIENCE, course.events.length / 4 + 64));
        if (outcome == Outcome.TOO_OFTEN_BACK) {
            outcome = follow(ALL, Long.MAX_VALUE);
        }
        return switch (outcome) {
            case ORDER -> new Linearizable<>(orderOf(paths.to(visited.node(passed[0]))));
            case NO_ORDER -> refuse();
            case TOO_OFTEN_BACK, GAVE_UP -> new Inconclusive<>(reason);
        };
    }

    /// How many configurations were looked at.
    long work() {
        return work;
    }

    /// The place among the entries of the operation whose completion nothing passed, after [#run()] refused.
    int stuck() {
        return ~course.events[farthest];
    }

    /// The states in which that operation was to be placed, one of each.
    List<S> statesAtStuck() {
        List<S> states = new ArrayList<>();
        for (int state : stuckStates) {
            states.add(transitions.state(state));
        }
        return states;
    }

    /// Follows the events with so many configurations at once.
    ///
    /// @param patience how many configurations to look at without coming farther
    private Outcome follow(int width, long patience) {
        begin();
        while (true) {
            while (at < course.events.length && course.events[at] >= 0) {
                invoke(course.events[at]);
                at++;
            }
            if (at == course.events.length) {
                return Outcome.ORDER;
            }
            takeTurn();
            if (!passCompletion(width)) {
                return Outcome.GAVE_UP;
            }
            if (passedCount > 0) {
                complete(~course.events[at]);
                at++;
                position++;
                forget();
            } else {
                noteFarthest();
                if (laterSize == 0) {
                    return hasDropped ? Outcome.TOO_OFTEN_BACK : Outcome.NO_ORDER;
                }
                if (work - workAtFarthest > patience) {
                    return Outcome.TOO_OFTEN_BACK;
                }
                goBack();
            }
        }
    }

    private void begin() {
        Arrays.fill(open, 0);
        Arrays.fill(observing, 0);
        visited = new Visited(words, lostSets, observing);
        paths = new Paths();
        at = 0;
        position = 0;
        lostInvoked = 0;
        farthest = -1;
        laterSize = 0;
        hasDropped = false;
        dropAt = DROPPED_AT;
        retainAt = RETAINED_AT;
        queued = 0;
        Arrays.fill(placed, 0);
        int first = visited.add(0, transitions.initial(), placed, 0);
        visited.setNode(first, Paths.ROOT);
        passed[0] = first;
        passedCount = 1;
    }

    private void invoke(int operation) {
        int slot = course.slots[operation];
        if (slot == Course.NONE) {
            lostInvoked++;
            return;
        }
        hold(operation, slot);
    }

    private void hold(int operation, int slot) {
        holders[slot] = operation;
        open[slot / Long.SIZE] |= 1L << slot;
        if (course.observes[operation]) {
            observing[slot / Long.SIZE] |= 1L << slot;
        }
    }

    private void complete(int operation) {
        int slot = course.slots[operation];
        open[slot / Long.SIZE] &= ~(1L << slot);
        observing[slot / Long.SIZE] &= ~(1L << slot);
    }

    /// The configurations that passed the completion before are those that await the next one.
    private void takeTurn() {
        int[] swap = queue;
        queue = passed;
        queued = passedCount;
        passed = swap;
        passedCount = 0;
        for (int i = 0; i < queued; i++) {
            observe(queue[i]);
        }
    }

    /// Places what only observes and fits.
    private void observe(int configuration) {
        int state = visited.state(configuration);
        for (int word = 0; word < words; word++) {
            @Var long left = open[word] & observing[word] & ~visited.placed(configuration, word);
            while (left != 0) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                int operation = holders[slot];
                if (transitions.next(state, course.kinds[operation]) != Transitions.NONE) {
                    visited.place(configuration, slot);
                    visited.setNode(configuration, paths.after(visited.node(configuration), operation));
                }
            }
        }
    }

    /// Takes configurations from the queue until enough have passed the completion that comes next; false if a
    /// limit was reached.
    private boolean passCompletion(int width) {
        int operation = ~course.events[at];
        int slot = course.slots[operation];
        int kind = course.kinds[operation];
        for (@Var int i = 0; i < queued; i++) {
            if (passedCount >= width) {
                leaveForLater(i);
                return true;
            }
            work++;
            if ((work & (CHECKED_EVERY - 1)) == 0 && isOverLimit()) {
                return false;
            }
            if (work > limits.maxConfigurations()) {
                reason = "The search visited " + limits.maxConfigurations()
                        + " configurations without an answer; allow it more, or judge a shorter history.";
                return false;
            }
            int configuration = queue[i];
            if (visited.isPlaced(configuration, slot)) {
                pass(configuration, visited.state(configuration), operation, slot, visited.node(configuration));
                continue;
            }
            int next = transitions.next(visited.state(configuration), kind);
            if (next >= 0) {
                pass(configuration, next, operation, slot, Paths.ROOT - 1);
            } else if (next != Transitions.NONE) {
                for (int state : transitions.list(next)) {
                    pass(configuration, state, operation, slot, Paths.ROOT - 1);
                }
            }
            if (passedCount < width) {
                placeOthers(configuration, slot);
            } else if (i + 1 < queued || hasOthers(configuration, slot)) {
                leaveForLater(i);
                return true;
            }
        }
        return true;
    }

    /// Lets a configuration pass the completion, with its operation placed; `node` says how it got there, if that
    /// is known already.
    private void pass(int configuration, int state, int operation, int slot, int node) {
        visited.copyPlaced(configuration, placedNext);
        placedNext[slot / Long.SIZE] &= ~(1L << slot);
        int fresh = visited.add(position + 1, state, placedNext, visited.lost(configuration));
        if (fresh == Visited.DOMINATED) {
            return;
        }
        visited.setNode(fresh, node >= Paths.ROOT ? node : paths.after(visited.node(configuration), operation));
        if (passedCount == passed.length) {
            passed = Arrays.copyOf(passed, 2 * passedCount);
        }
        passed[passedCount++] = fresh;
    }

    private boolean hasOthers(int configuration, int completing) {
        for (int word = 0; word < words; word++) {
            long completingHere = word == completing / Long.SIZE ? 1L << completing : 0;
            if ((open[word] & ~observing[word] & ~visited.placed(configuration, word) & ~completingHere) != 0) {
                return true;
            }
        }
        return lostSets.sizeOf(visited.lost(configuration)) < lostInvoked;
    }

    /// Places each other open operation, one in each new configuration.
    private void placeOthers(int configuration, int completing) {
        visited.copyPlaced(configuration, placed);
        for (int word = 0; word < words; word++) {
            @Var long left = open[word] & ~observing[word] & ~placed[word];
            while (left != 0) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                left &= left - 1;
                if (slot != completing && isFirstOfEquals(slot)) {
                    placeOpen(configuration, slot);
                }
            }
        }
        int set = visited.lost(configuration);
        for (int lost = 0; lost < lostInvoked; lost++) {
            int earlier = course.earlierEqual[lost];
            if (!lostSets.contains(set, lost) && (earlier == Course.NONE || lostSets.contains(set, earlier))) {
                placeLost(configuration, lost);
            }
        }
    }

    /// Whether no equal operation that is open and not placed completes before.
    private boolean isFirstOfEquals(int slot) {
        int operation = holders[slot];
        for (int word = 0; word < words; word++) {
            @Var long left = open[word] & ~observing[word] & ~placed[word];
            while (left != 0) {
                int other = holders[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
                left &= left - 1;
                if (course.kinds[other] == course.kinds[operation]
                        && course.completions[other] < course.completions[operation]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void placeOpen(int configuration, int slot) {
        int operation = holders[slot];
        int next = transitions.next(visited.state(configuration), course.kinds[operation]);
        if (next == Transitions.NONE) {
            return;
        }
        System.arraycopy(placed, 0, placedNext, 0, words);
        placedNext[slot / Long.SIZE] |= 1L << slot;
        int set = visited.lost(configuration);
        if (next >= 0) {
            enqueue(configuration, next, set, operation);
        } else {
            for (int state : transitions.list(next)) {
                enqueue(configuration, state, set, operation);
            }
        }
    }

    private void placeLost(int configuration, int lost) {
        int operation = course.lost[lost];
        int next = transitions.next(visited.state(configuration), course.kinds[operation]);
        if (next == Transitions.NONE) {
            return;
        }
        System.arraycopy(placed, 0, placedNext, 0, words);
        int set = lostSets.with(visited.lost(configuration), lost);
        if (next >= 0) {
            enqueue(configuration, next, set, operation);
        } else {
            for (int state : transitions.list(next)) {
                enqueue(configuration, state, set, operation);
            }
        }
    }

    private void enqueue(int from, int state, int set, int operation) {
        int fresh = visited.add(position, state, placedNext, set);
        if (fresh == Visited.DOMINATED) {
            return;
        }
        visited.setNode(fresh, paths.after(visited.node(from), operation));
        observe(fresh);
        if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
        }
        queue[queued++] = fresh;
    }

    /// Keeps the rest of the queue for when the search comes back.
    private void leaveForLater(int from) {
        int count = queued - from;
        int needed = laterSize + count + 2;
        if (needed > later.length) {
            later = Arrays.copyOf(later, Math.max(needed, 2 * later.length));
        }
        System.arraycopy(queue, from, later, laterSize, count);
        later[needed - 2] = count;
        later[needed - 1] = at;
        laterSize = needed;
    }

    /// Goes back to the latest batch that was left.
    private void goBack() {
        int target = later[laterSize - 1];
        int count = later[laterSize - 2];
        laterSize -= count + 2;
        while (at > target) {
            at--;
            int event = course.events[at];
            int operation = event >= 0 ? event : ~event;
            int slot = course.slots[operation];
            if (event < 0) {
                hold(operation, slot);
                position--;
            } else if (slot == Course.NONE) {
                lostInvoked--;
            } else {
                complete(operation);
            }
        }
        if (passed.length < count) {
            passed = new int[count];
        }
        System.arraycopy(later, laterSize, passed, 0, count);
        passedCount = count;
    }

    /// What is behind is needed only to go back to it.
    private void forget() {
        if (laterSize > 0) {
            if (visited.size() > dropAt) {
                dropOldBatches();
            }
            return;
        }
        visited.keepOnly(passed, passedCount);
        for (int i = 0; i < passedCount; i++) {
            passed[i] = i;
        }
        if (paths.size() > retainAt) {
            retainPaths(passedCount);
        }
    }

    /// Forgets the paths that no configuration took, of those from 0 on.
    private void retainPaths(int count) {
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

    /// Bounds the memory of a long search: what was left for later long ago is hardly needed any more. If it is, the
    /// search begins again.
    private void dropOldBatches() {
        @Var int bottom = laterSize;
        while (bottom > 0 && later[bottom - 1] > at - RECENT) {
            bottom -= later[bottom - 2] + 2;
        }
        hasDropped |= bottom > 0;
        System.arraycopy(later, bottom, later, 0, laterSize - bottom);
        laterSize -= bottom;
        int[] kept = keptConfigurations();
        visited.keepOnly(kept, kept.length);
        renumber(kept);
        retainPaths(kept.length);
        dropAt = Math.max(DROPPED_AT, 2 * visited.size());
    }

    /// The configurations that were left for later or have passed, each once, in ascending order.
    private int[] keptConfigurations() {
        int[] all = Arrays.copyOf(passed, passedCount + laterSize);
        @Var int count = passedCount;
        for (@Var int top = laterSize; top > 0; top -= later[top - 2] + 2) {
            int size = later[top - 2];
            System.arraycopy(later, top - 2 - size, all, count, size);
            count += size;
        }
        return Arrays.stream(all, 0, count).sorted().distinct().toArray();
    }

    private void renumber(int[] kept) {
        for (int i = 0; i < passedCount; i++) {
            passed[i] = Arrays.binarySearch(kept, passed[i]);
        }
        for (@Var int top = laterSize; top > 0; top -= later[top - 2] + 2) {
            for (int i = top - 2 - later[top - 2]; i < top - 2; i++) {
                later[i] = Arrays.binarySearch(kept, later[i]);
            }
        }
    }

    private void noteFarthest() {
        if (at <= farthest) {
            return;
        }
        farthest = at;
        workAtFarthest = work;
        farthestPosition = Math.max(farthestPosition, position);
        farthestNode = visited.node(queue[0]);
        farthestState = visited.state(queue[0]);
        stuckStates = new int[Math.min(queued, transitions.states())];
        @Var int count = 0;
        for (int i = 0; i < queued && count < 8; i++) {
            int state = visited.state(queue[i]);
            if (!contains(stuckStates, count, state)) {
                stuckStates[count++] = state;
            }
        }
        stuckStates = Arrays.copyOf(stuckStates, count);
    }

    private static boolean contains(int[] numbers, int count, int number) {
        for (int i = 0; i < count; i++) {
            if (numbers[i] == number) {
                return true;
            }
        }
        return false;
    }

    private boolean isOverLimit() {
        if (limits.stop().getAsBoolean()) {
            reason = "Time ran out after " + work + " configurations; " + learned();
            return true;
        }
        long bytes = visited.bytes()
                + paths.bytes()
                + lostSets.bytes()
                + transitions.bytes()
                + (long) Integer.BYTES * later.length;
        if (bytes > limits.maxBytes()) {
            reason = "The configurations need more than " + (limits.maxBytes() >> 20) + " MiB; " + learned();
            return true;
        }
        return false;
    }

    private String learned() {
        return "an order explains the first " + Math.max(position, farthestPosition) + " of " + course.completed
                + " completions, and what follows is not known.";
    }

    private List<Entry<O, R>> orderOf(int[] operations) {
        List<Entry<O, R>> order = new ArrayList<>(operations.length);
        for (int operation : operations) {
            order.add(entries.get(operation));
        }
        return order;
    }

    private NotLinearizable<O, R> refuse() {
        Entry<O, R> entry = entries.get(stuck());
        return new NotLinearizable<>(
                entry,
                Refusal.sentence(spec, transitions.state(farthestState), entry),
                orderOf(paths.to(farthestNode)));
    }
}

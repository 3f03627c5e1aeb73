package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Changes schedules that showed something new a little, to see what lies beside them.
///
/// New is a pair of conflicting accesses by two tasks, one right after the other at its place, in an order not
/// met before; or a state not met before, which is how far each task is and
/// what it is about to do. A schedule is changed by
/// adding, dropping or moving one of its decisions that were not ordinary, or by going on at random from one
/// of them.
///
/// Source: D. Wolff, Z. Shi, G. J. Duck, U. Mathur, A. Roychoudhury, "Greybox Fuzzing for Concurrency
/// Testing", ASPLOS 2024.
public final class Mutating implements Strategy, Observer {

    private static final int FIRST_GUESS_OF_LENGTH = 32;
    private static final int MOST_KEPT = 64;
    private static final int MOST_CHANGES = 3;

    /// States that differ only in how often somebody has gone round are not new for ever.
    private static final int MOST_STEPS_TOLD_APART = 1_000;

    /// Decisions that were not ordinary; from decision number `wildFrom` on all are taken at random.
    private static final class Plan {
        final int[] decisions;
        final int[] tasks;
        final int wildFrom;

        Plan(int[] decisions, int[] tasks, int wildFrom) {
            this.decisions = decisions;
            this.tasks = tasks;
            this.wildFrom = wildFrom;
        }
    }

    private final SplitMix random = new SplitMix(0);
    private final Announcements announced = new Announcements();
    private final LongSet pairs = new LongSet();
    private final LongSet states = new LongSet();
    private final LastAccesses last = new LastAccesses();
    private final List<Plan> kept = new ArrayList<>();

    @Var
    private Plan plan = new Plan(new int[0], new int[0], Integer.MAX_VALUE);

    @Var
    private int position;

    /// What was decided so far that was not ordinary.
    @Var
    private int[] decisions = new int[64];

    @Var
    private int[] tasks = new int[64];

    @Var
    private int count;

    /// The longest execution so far; 0 before the first is over.
    @Var
    private int longest;

    @Var
    private int news;

    /// How many steps each task has taken.
    @Var
    private int[] steps = new int[16];

    @Var
    private long state;

    @Var
    private int spinner = -1;

    @Override
    public String name() {
        return "mutation";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
        announced.clear();
        last.clear();
        position = 0;
        count = 0;
        news = 0;
        state = 0;
        Arrays.fill(steps, 0);
        spinner = -1;
        plan = kept.isEmpty() || random.nextInt(4) == 0 ? fresh() : changed();
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void spawned(int task, int by, int location) {
        announced(task, Access.NOTHING);
    }

    @Override
    public void announced(int task, long access) {
        state ^= about(task, announced.of(task), stepsOf(task));
        announced.put(task, access);
        state ^= about(task, access, stepsOf(task));
    }

    @Override
    public void steps(int task, int locations) {
        long access = announced.of(task);
        state ^= about(task, access, stepsOf(task));
        count(task);
        state ^= about(task, access, stepsOf(task));
        if (access != Access.NOTHING && access != Access.ANYTHING) {
            long pair = last.replace(task, access);
            if (pair != 0 && pairs.add(pair)) {
                news++;
            }
        }
    }

    /// A task that has taken so many steps is about to do this.
    private static long about(int task, long access, int steps) {
        return SplitMix.mix(SplitMix.mix(access + 31L * task) + Math.min(steps, MOST_STEPS_TOLD_APART));
    }

    private int stepsOf(int task) {
        return task < steps.length ? steps[task] : 0;
    }

    private void count(int task) {
        if (task >= steps.length) {
            steps = Arrays.copyOf(steps, 2 * task);
        }
        steps[task]++;
    }

    @Override
    public void relaxed(int task) {
        spinner = task;
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        boolean spins = current == spinner && spinner >= 0;
        spinner = -1;
        if (states.add(state)) {
            news++;
        }
        int ordinary = spins ? Schedule.ordinaryWhenSpinning(runnable, current) : Schedule.ordinary(runnable, current);
        int choice = planned(runnable, decision, ordinary);
        if (choice != ordinary) {
            note(decision, choice);
        }
        return choice;
    }

    @Override
    public void end(int taken) {
        longest = Math.max(longest, taken);
        if (news > 0) {
            if (kept.size() == MOST_KEPT) {
                kept.remove(random.nextInt(MOST_KEPT));
            }
            kept.add(new Plan(Arrays.copyOf(decisions, count), Arrays.copyOf(tasks, count), Integer.MAX_VALUE));
        }
    }

    private int planned(TaskSet runnable, int decision, int ordinary) {
        while (position < plan.decisions.length && plan.decisions[position] < decision) {
            position++;
        }
        if (position < plan.decisions.length && plan.decisions[position] == decision) {
            int task = plan.tasks[position++];
            return runnable.contains(task) ? task : runnable.nth(random.nextInt(runnable.size()));
        }
        boolean wild = decision >= plan.wildFrom;
        return wild ? runnable.nth(random.nextInt(runnable.size())) : ordinary;
    }

    private void note(int decision, int choice) {
        if (count == decisions.length) {
            decisions = Arrays.copyOf(decisions, 2 * count);
            tasks = Arrays.copyOf(tasks, 2 * count);
        }
        decisions[count] = decision;
        tasks[count++] = choice;
    }

    private int length() {
        return longest == 0 ? FIRST_GUESS_OF_LENGTH : longest;
    }

    /// A few decisions at random.
    private Plan fresh() {
        int[] at = new int[1 + random.nextInt(3)];
        Arrays.setAll(at, _ -> random.nextInt(length()));
        Arrays.sort(at);
        int[] any = new int[at.length];
        Arrays.fill(any, -1);
        return new Plan(at, any, Integer.MAX_VALUE);
    }

    /// One of those that were kept, changed a few times.
    private Plan changed() {
        @Var Plan plan = kept.get(random.nextInt(kept.size()));
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            plan = changed(plan);
        }
        return plan;
    }

    private Plan changed(Plan old) {
        int size = old.decisions.length;
        return switch (size == 0 ? 0 : random.nextInt(4)) {
            case 0 -> with(old, random.nextInt(length()), -1);
            case 1 -> without(old, random.nextInt(size));
            case 2 -> {
                int moved = random.nextInt(size);
                int to = Math.max(0, old.decisions[moved] + random.nextInt(9) - 4);
                yield with(without(old, moved), to, old.tasks[moved]);
            }
            default -> {
                int rest = random.nextInt(size);
                yield new Plan(Arrays.copyOf(old.decisions, rest), Arrays.copyOf(old.tasks, rest), old.decisions[rest]);
            }
        };
    }

    private static Plan with(Plan old, int decision, int task) {
        int size = old.decisions.length;
        int[] at = Arrays.copyOf(old.decisions, size + 1);
        int[] who = Arrays.copyOf(old.tasks, size + 1);
        @Var int place = size;
        while (place > 0 && at[place - 1] > decision) {
            at[place] = at[place - 1];
            who[place] = who[place - 1];
            place--;
        }
        at[place] = decision;
        who[place] = task;
        return new Plan(at, who, old.wildFrom);
    }

    private static Plan without(Plan old, int index) {
        int size = old.decisions.length - 1;
        int[] at = Arrays.copyOf(old.decisions, size);
        int[] who = Arrays.copyOf(old.tasks, size);
        System.arraycopy(old.decisions, index + 1, at, index, size - index);
        System.arraycopy(old.tasks, index + 1, who, index, size - index);
        return new Plan(at, who, old.wildFrom);
    }
}

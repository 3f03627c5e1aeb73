package dev.yank.harness.schedule;

import com.google.errorprone.annotations.Var;

/// A walk that takes all orders of the interesting steps with the same chance: the task that will take the
/// next interesting step is drawn with a weight of how many it has yet to take, and until it has, the others
/// stop before theirs. What is not interesting goes in between, whoever it is.
///
/// How many steps a task takes is known from the execution before; the first, a random walk, only counts.
/// What a task has yet to take includes what the tasks have that it has yet to add. Interesting are the accesses
/// to one place, drawn for each execution from the places that at least two tasks used: fewer interesting steps
/// have fewer orders, so a bug that needs one order at one place is met sooner. Where no two tasks use a place,
/// all accesses are.
///
/// Where weights are drawn by kind, tasks that did the same in the execution before share the weight of one of
/// them. Their orders among each other are all alike, and one task that is unlike a hundred others has as good a
/// chance to go first as if there were two. That is ours, not the paper's.
///
/// Source: H. Zhao, D. Wolff, U. Mathur, A. Roychoudhury, "Selectively Uniform Concurrency Testing", ASPLOS
/// 2025.
public final class Surw implements Strategy, Observer {

    /// Who shares a weight.
    public enum Weights {
        /// Nobody: each task has its own.
        BY_TASK,
        /// Tasks that did the same in the execution before.
        BY_KIND
    }

    private static final long UNIT = 1 << 16;

    private final Weights weights;
    private final SplitMix random = new SplitMix(0);
    private final Announcements announced = new Announcements();
    private final Profile profile = new Profile();

    @Var
    private int executions;

    /// The place that is interesting, or [Profile#ANY_PLACE].
    @Var
    private long interesting;

    /// Who is to take the next interesting step; -1 where that has yet to be drawn.
    @Var
    private int intended;

    @Var
    private int spinner = -1;

    public Surw(Weights weights) {
        this.weights = weights;
    }

    @Override
    public String name() {
        return weights == Weights.BY_TASK ? "surw" : "kinds";
    }

    @Override
    public void begin(long seed) {
        random.reseed(seed);
        announced.clear();
        boolean isOne = executions > 0 && profile.sharedPlaces() > 0;
        interesting = isOne ? profile.sharedPlace(random.nextInt(profile.sharedPlaces())) : Profile.ANY_PLACE;
        profile.expect(interesting);
        intended = -1;
        spinner = -1;
    }

    @Override
    public Observer observer() {
        return this;
    }

    @Override
    public void spawned(int task, int by, int location) {
        announced.put(task, Access.NOTHING);
        profile.spawned(task, by);
    }

    @Override
    public void announced(int task, long access) {
        announced.put(task, access);
    }

    /// The announced step of the task goes now.
    @Override
    public void steps(int task, int locations) {
        long access = announced.of(task);
        profile.steps(task, access);
        if (isInteresting(access)) {
            intended = -1;
        }
        announced.put(task, Access.NOTHING);
    }

    @Override
    public void relaxed(int task) {
        spinner = task;
    }

    @Override
    public int next(TaskSet runnable, int current, int decision) {
        int excluded = spinner;
        spinner = -1;
        if (executions == 0) {
            return other(runnable, excluded, runnable.nth(random.nextInt(runnable.size())));
        }
        if (!runnable.contains(intended) || intended == excluded) {
            intended = draw(runnable, excluded);
        }
        @Var int free = 0;
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            free += mayGo(task, excluded) ? 1 : 0;
        }
        @Var int left = random.nextInt(free);
        for (@Var int task = runnable.next(0); ; task = runnable.next(task + 1)) {
            if (mayGo(task, excluded) && left-- == 0) {
                return task;
            }
        }
    }

    @Override
    public void end(int decisions) {
        executions++;
        profile.keep();
    }

    private boolean mayGo(int task, int excluded) {
        return task == intended || (task != excluded && !isInteresting(announced.of(task)));
    }

    private boolean isInteresting(long access) {
        return access != Access.NOTHING && (interesting == Profile.ANY_PLACE || Access.place(access) == interesting);
    }

    /// A runnable task, each with the weight of what it is expected to do yet.
    private int draw(TaskSet runnable, int excluded) {
        profile.countKinds(runnable);
        @Var long sum = 0;
        for (@Var int task = runnable.next(0); task >= 0; task = runnable.next(task + 1)) {
            sum += weight(task, excluded);
        }
        @Var long left = Long.remainderUnsigned(random.nextLong(), sum);
        for (@Var int task = runnable.next(0); ; task = runnable.next(task + 1)) {
            left -= weight(task, excluded);
            if (left < 0) {
                return task;
            }
        }
    }

    private long weight(int task, int excluded) {
        if (task == excluded) {
            return 0;
        }
        return switch (weights) {
            case BY_TASK -> profile.left(task);
            case BY_KIND -> Math.max(1, profile.left(task) * UNIT / profile.ofItsKind(task));
        };
    }

    private static int other(TaskSet runnable, int excluded, int choice) {
        return choice == excluded ? Schedule.ordinaryWhenSpinning(runnable, excluded) : choice;
    }
}

package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Var;
import java.util.function.Consumer;

/// A scheduler for tests and what its tasks write: every schedule spells a word, and one that leaves tasks
/// asleep ends it with `!` and their names.
final class Desk {

    private static final int STEP_LIMIT = 1_000;
    private static final int FIRST_PLACE = 40;

    final Scheduler scheduler;
    private final StringBuilder word = new StringBuilder();

    private Desk(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /// Performs the subject once.
    static String word(Strategy strategy, long seed, Consumer<Desk> subject) {
        strategy.begin(seed);
        var desk = new Desk(new Scheduler(strategy, STEP_LIMIT));
        subject.accept(desk);
        Scheduler.Ending ending = desk.scheduler.run();
        assertThat(ending).isNotEqualTo(Scheduler.Ending.STEP_LIMIT);
        strategy.end(desk.scheduler.decisions());
        if (ending == Scheduler.Ending.ABANDONED) {
            return "given up";
        }
        TaskSet asleep = desk.scheduler.blocked();
        if (ending == Scheduler.Ending.QUIESCENT && !asleep.isEmpty()) {
            desk.write("!");
            for (@Var int task = asleep.next(0); task >= 0; task = asleep.next(task + 1)) {
                desk.write(desk.scheduler.nameOf(task));
            }
        }
        return desk.word.toString();
    }

    void write(String letter) {
        word.append(letter);
    }

    /// A scheduling point before the place with that number is looked at.
    void look(int place) {
        scheduler.point(Access.read(FIRST_PLACE, place));
    }

    /// A scheduling point before the place is added to.
    void add(int place) {
        scheduler.point(Access.add(FIRST_PLACE, place));
    }

    /// A scheduling point before the place is changed.
    void change(int place) {
        scheduler.point(Access.write(FIRST_PLACE, place));
    }

    /// A task that changes a place a number of times and writes its letter at each.
    void spawnChanges(String letter, int place, int times) {
        scheduler.spawn(letter, () -> {
            for (int i = 0; i < times; i++) {
                change(place);
                write(letter);
            }
        });
    }

    /// A mutex as the kernel port has it: who finds it taken sleeps, and looks again when it is let go.
    static final class Lock {
        private final Desk desk;
        private final int place;
        private final TaskSet waiters = new TaskSet();

        @Var
        private boolean taken;

        Lock(Desk desk, int place) {
            this.desk = desk;
            this.place = place;
        }

        void lock() {
            desk.change(place);
            while (taken) {
                waiters.add(desk.scheduler.current());
                desk.scheduler.block(Access.write(FIRST_PLACE, place));
            }
            taken = true;
        }

        void unlock() {
            desk.change(place);
            taken = false;
            for (@Var int task = waiters.next(0); task >= 0; task = waiters.next(task + 1)) {
                desk.scheduler.unblock(task);
            }
            waiters.clear();
        }
    }
}

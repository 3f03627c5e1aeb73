package dev.yank.harness.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an observer hears of executions that are written out by hand.
final class ObserverTest {

    private static final long READ_X = Access.read(70, 1);
    private static final long WRITE_X = Access.write(70, 1);

    /// Always lets the task with the highest number go, and writes down what it hears.
    private record Listening(List<String> heard) implements Strategy, Observer {

        @Override
        public String name() {
            return "listening";
        }

        @Override
        public void begin(long seed) {}

        @Override
        public int next(TaskSet runnable, int current, int decision) {
            return runnable.nth(runnable.size() - 1);
        }

        @Override
        public Observer observer() {
            return this;
        }

        @Override
        public void spawned(int task, int by, int location) {
            heard.add(by + " adds " + task);
        }

        @Override
        public void announced(int task, long access) {
            heard.add(task + " will " + name(access));
        }

        @Override
        public void steps(int task, int locations) {
            heard.add(task + " steps");
        }

        @Override
        public void accessed(long access) {
            heard.add("  " + name(access));
        }

        @Override
        public void stopped() {
            heard.add("stops");
        }

        private static String name(long access) {
            return access == READ_X ? "read" : access == WRITE_X ? "write" : "something else";
        }
    }

    private final Listening listening = new Listening(new ArrayList<>());
    private final Scheduler scheduler = new Scheduler(listening, 20);

    @Test
    void everyStepIsHeardWithWhatItDoes() {
        scheduler.spawn("reader", () -> {
            scheduler.point(READ_X);
            scheduler.accessed(WRITE_X);
        });
        scheduler.spawn("writer", () -> scheduler.point(WRITE_X));
        scheduler.run();
        assertThat(listening.heard)
                .containsExactly(
                        "-1 adds 0",
                        "-1 adds 1",
                        "1 steps",
                        "1 will write",
                        "1 steps",
                        "  write",
                        "0 steps",
                        "0 will read",
                        "0 steps",
                        "  read",
                        "  write");
    }

    /// Who blocks says what it will do once it goes on; blocking and unblocking are accesses to the task.
    @Test
    void blockingAndUnblockingAreHeard() {
        scheduler.spawn("waker", () -> {
            scheduler.unblock(1);
            scheduler.unblock(1);
        });
        scheduler.spawn("sleeper", () -> scheduler.block(READ_X));
        scheduler.run();
        assertThat(listening.heard)
                .containsExactly(
                        "-1 adds 0",
                        "-1 adds 1",
                        "1 steps",
                        "  something else",
                        "1 will read",
                        "0 steps",
                        "  something else",
                        "  something else",
                        "1 steps",
                        "  something else",
                        "  read");
    }

    /// What a task does right after it was added belongs to the step of whoever added it, and an end is heard.
    @Test
    void tasksThatAreAddedAndAnEndAreHeard() {
        scheduler.spawn("parent", () -> {
            scheduler.spawn("child", () -> {});
            scheduler.stop();
        });
        scheduler.run();
        assertThat(listening.heard).containsExactly("-1 adds 0", "0 steps", "0 adds 1", "stops");
    }

    @Test
    void lookingCommutesAndAddingCommutesButNotWithEachOther() {
        long look = Access.read(80, 3);
        long add = Access.add(80, 3);
        long change = Access.write(80, 3);
        assertThat(Access.conflict(look, look)).isFalse();
        assertThat(Access.conflict(add, add)).isFalse();
        assertThat(Access.conflict(look, add)).isTrue();
        assertThat(Access.conflict(add, look)).isTrue();
        for (long any : new long[] {look, add, change}) {
            assertThat(Access.conflict(change, any)).isTrue();
            assertThat(Access.conflict(any, change)).isTrue();
            assertThat(Access.conflict(any, Access.write(80, 4))).isFalse();
            assertThat(Access.conflict(any, Access.write(81, 3))).isFalse();
            assertThat(Access.conflict(any, Access.ANYTHING)).isTrue();
            assertThat(Access.conflict(Access.ANYTHING, any)).isTrue();
            assertThat(Access.conflict(any, Access.NOTHING)).isFalse();
        }
        assertThat(Access.conflict(Access.ANYTHING, Access.NOTHING)).isTrue();
        assertThat(Access.conflict(Access.ANYTHING, Access.ANYTHING)).isTrue();
        assertThat(Access.conflict(Access.write(80, -1), Access.write(80, -1))).isTrue();
    }
}

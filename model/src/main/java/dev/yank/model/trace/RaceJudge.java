package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.K2;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import java.util.Arrays;
import java.util.Optional;

/// Data races (K2): two accesses to one place by different tasks, at least one of them plain and at least one
/// a write, that nothing orders.
///
/// A place is a field of an object or an element of an array. `READ_ONCE`, `WRITE_ONCE` and what acquires or
/// releases are marked accesses, all others are plain. What orders accesses is written in [HappensBefore].
/// Only the first race of an execution is kept.
///
/// Source: Linux kernel concurrency sanitizer (KCSAN), M. Elver, 2019; J. Alglave, L. Maranget, P. McKenney,
/// A. Parri, A. Stern, "Frightening Small Children and Disconcerting Grown-ups: Concurrency in the Linux
/// Kernel", ASPLOS 2018; epochs as in C. Flanagan and S. Freund, "FastTrack", PLDI 2009.
final class RaceJudge {

    // What is remembered of a place: 0 for never, an epoch, or, below 0, a set of epochs that nothing orders.
    private static final int PLAIN_WRITE = 0;
    private static final int ONCE_WRITE = 1;
    private static final int PLAIN_READ = 2;
    private static final int ONCE_READ = 3;
    private static final int A_PLACE = 4;

    private final HappensBefore order;

    /// Whether two tasks accessed one place, at least one of them to write.
    @Var
    private boolean exercised;

    @Var
    private int[] memory = new int[256];

    @Var
    private int used;

    // The first race: its two accesses and what they accessed.
    @Var
    private int earlier;

    @Var
    private int earlierKind;

    @Var
    private int later;

    @Var
    private int laterKind;

    @Var
    private String place = "";

    RaceJudge(HappensBefore order) {
        this.order = order;
    }

    void clear() {
        Arrays.fill(memory, 0, used, 0);
        used = 0;
        later = 0;
        exercised = false;
    }

    /// @param number the number of the place in this execution, or 0 where it has none
    void read(int step, int task, int number, String name) {
        if (number != 0 && later == 0) {
            read(step, task, room(task, number), PLAIN_READ, name);
        }
    }

    void write(int step, int task, int number, String name) {
        if (number != 0 && later == 0) {
            write(step, task, room(task, number), PLAIN_WRITE, name);
            order.overwrite(number);
        }
    }

    /// A marked access.
    void marked(int step, EventKind kind, int task, int number, String name) {
        if (number == 0 || later != 0) {
            return;
        }
        boolean isRead = kind == EventKind.READ_ONCE || kind == EventKind.LOAD_ACQUIRE;
        if (isRead) {
            read(step, task, room(task, number), ONCE_READ, name);
        } else {
            write(step, task, room(task, number), ONCE_WRITE, name);
            order.overwrite(number);
        }
        if (kind == EventKind.LOAD_ACQUIRE) {
            order.acquire(task, number);
        } else if (kind == EventKind.STORE_RELEASE) {
            order.release(step, task, number);
        }
    }

    private int room(int task, int number) {
        order.meet(task);
        int end = (number + 1) * A_PLACE;
        if (end > memory.length) {
            memory = Arrays.copyOf(memory, Math.max(end, 2 * memory.length));
        }
        used = Math.max(used, end);
        return end - A_PLACE;
    }

    private void read(int step, int task, int at, int kind, String name) {
        compare(step, task, at, PLAIN_WRITE, kind, name);
        if (kind == PLAIN_READ) {
            compare(step, task, at, ONCE_WRITE, kind, name);
        }
        remember(step, task, at + kind);
    }

    private void write(int step, int task, int at, int kind, String name) {
        compare(step, task, at, PLAIN_WRITE, kind, name);
        compare(step, task, at, PLAIN_READ, kind, name);
        if (kind == PLAIN_WRITE) {
            compare(step, task, at, ONCE_WRITE, kind, name);
            compare(step, task, at, ONCE_READ, kind, name);
            // Nobody races with what came before and not with this.
            memory[at + PLAIN_READ] = 0;
            memory[at + ONCE_READ] = 0;
            memory[at + ONCE_WRITE] = 0;
        }
        remember(step, task, at + kind);
    }

    /// Looks for an access of kind `other` that nothing orders with the one that happens.
    private void compare(int step, int task, int at, int other, int kind, String name) {
        int last = memory[at + other];
        if (last == 0) {
            return;
        }
        if (last < 0) {
            compareAll(step, task, -last, other, kind, name);
        } else if (HappensBefore.taskOf(last) != task) {
            exercised = true;
            if (!order.isBefore(last, task)) {
                accuse(last, other, HappensBefore.epoch(task, step), kind, name);
            }
        }
    }

    private void compareAll(int step, int task, int epochs, int other, int kind, String name) {
        exercised = true;
        for (@Var int one = 0; one < order.tasks(); one++) {
            int before = order.stepIn(epochs, one);
            if (one != task && before > order.known(task, one)) {
                accuse(HappensBefore.epoch(one, before), other, HappensBefore.epoch(task, step), kind, name);
                return;
            }
        }
    }

    private void accuse(int one, int oneKind, int another, int anotherKind, String name) {
        if (later == 0) {
            earlier = one;
            earlierKind = oneKind;
            later = another;
            laterKind = anotherKind;
            place = name;
        }
    }

    private void remember(int step, int task, int cell) {
        int last = memory[cell];
        if (last < 0) {
            order.putStep(-last, task, step);
        } else if (last == 0 || order.isBefore(last, task)) {
            memory[cell] = HappensBefore.epoch(task, step);
        } else {
            int epochs = order.takeEpochs();
            order.putStep(epochs, HappensBefore.taskOf(last), HappensBefore.stepOf(last));
            order.putStep(epochs, task, step);
            memory[cell] = -epochs;
        }
    }

    boolean isFound() {
        return later != 0;
    }

    /// The first data race of the execution.
    Optional<Finding> finding(TraceNames names) {
        if (later == 0) {
            return Optional.empty();
        }
        String sentence = "%s %s %s %s in step %d, %s %s it %s in step %d, and nothing orders the two."
                .formatted(
                        names.task(HappensBefore.taskOf(earlier)),
                        verb(earlierKind),
                        place,
                        how(earlierKind),
                        HappensBefore.stepOf(earlier),
                        names.task(HappensBefore.taskOf(later)),
                        verb(laterKind),
                        how(laterKind),
                        HappensBefore.stepOf(later));
        return Optional.of(new Finding(K2, sentence, HappensBefore.stepOf(later)));
    }

    /// The rules that the execution exercised, as bits.
    long witnessed() {
        return exercised ? K2.bit() : 0;
    }

    private static String verb(int kind) {
        return kind == PLAIN_READ || kind == ONCE_READ ? "reads" : "writes";
    }

    private static String how(int kind) {
        return kind == PLAIN_READ || kind == PLAIN_WRITE ? "plainly" : "once";
    }
}

package dev.yank.model.trace;

import static dev.yank.model.trace.RuleIds.K3;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/// The order in which locks nest (K3), whether or not anybody waits for ever in this execution.
///
/// Locks that are declared in one place are one class. A class comes before another where a task took the
/// second while it was inside the first; a cycle of classes is a deadlock that can happen. Waiting for the
/// readers of a guard, or for the end of a callback, counts as taking it, and so does being inside it; entering
/// a guard never waits, so nothing comes before a guard that is only entered. A lock that an interrupt handler
/// or timer takes must be taken elsewhere with these switched off.
///
/// Sources: Linux kernel documentation, Runtime locking correctness validator, I. Molnar, A. van de Ven, 2006;
/// K. Havelund, "Using Runtime Analysis to Guide Model Checking of Java Programs", SPIN 2000 (Goodlock).
final class LockOrderJudge {

    private static final int MOST_CLASSES = 64;
    private static final String TOOK = "took";
    private static final String WAITED_FOR = "waited for";

    /// Bits of the detail of [EventKind#LOCK]; the class lies above them.
    private static final int SPINS = 1;

    private static final int INTERRUPTS_OFF = 2;
    private static final int TIMERS_OFF = 4;
    private static final int IN_INTERRUPT = 8;
    private static final int IN_TIMER = 16;
    private static final int TRIED = 32;
    static final int CLASS_SHIFT = 6;

    private final Holdings holdings;

    /// Class numbers from 1, by object and by declaration; objects beyond the last class have none, and are not
    /// looked at.
    private final IntTable classOfObject = new IntTable();

    private final IntTable classOfDeclaration = new IntTable();
    private final long[] after = new long[MOST_CLASSES + 1];
    private final Usage[] usages = new Usage[MOST_CLASSES + 1];

    @Var
    private int classes;

    @Var
    private Nesting[] nestings = new Nesting[32];

    @Var
    private int nested;

    @Var
    private Optional<Found> found = Optional.empty();

    /// What was found and at which step; the sentence is put together when it is asked for.
    private record Found(int step, Function<TraceNames, String> sentence) {}

    /// A task took `inner`, of class `to`, while it was inside `outer`, of class `from`.
    ///
    /// @param verb what it did: `took`, or `waited for` whoever was inside
    private record Nesting(int from, int to, int task, int outer, int since, String verb, int inner, int step) {

        String words(TraceNames names) {
            return "%s %s %s in step %d while it had %s since step %d"
                    .formatted(names.task(task), verb, names.object(inner), step, names.object(outer), since);
        }
    }

    /// Where a class was taken how: a step, or 0, and the task that did.
    private static final class Usage {
        @Var
        int handledAt;

        @Var
        int handler;

        @Var
        int openAt;

        @Var
        int opener;

        @Var
        int timedAt;

        @Var
        int timer;

        @Var
        int openToTimersAt;

        @Var
        int openerToTimers;

        void clear() {
            handledAt = 0;
            openAt = 0;
            timedAt = 0;
            openToTimersAt = 0;
        }
    }

    LockOrderJudge(Holdings holdings) {
        this.holdings = holdings;
        Arrays.setAll(usages, _ -> new Usage());
    }

    void clear() {
        classOfObject.clear();
        classOfDeclaration.clear();
        Arrays.fill(after, 0, classes + 1, 0);
        for (@Var int number = 1; number <= classes; number++) {
            usages[number].clear();
        }
        classes = 0;
        nested = 0;
        found = Optional.empty();
    }

    /// A lock is taken.
    ///
    /// @param detail as said at [EventKind#LOCK]
    void lock(int step, int task, int object, int detail) {
        int number = classOf(object, detail >>> CLASS_SHIFT);
        if ((detail & TRIED) == 0) {
            nest(step, task, TOOK, object, number);
        }
        if ((detail & SPINS) != 0 && number != 0) {
            use(step, task, object, usages[number], detail);
        }
    }

    /// A lock is taken that others may share.
    ///
    /// @param declared the number of its declaration, or 0
    void share(int step, int task, int object, int declared) {
        int number = classOf(object, declared);
        if (found.isEmpty() && holdings.isInside(task, object)) {
            found = Optional.of(new Found(
                    step,
                    names -> "%s took %s in step %d while it had it already: a writer that comes in between waits for"
                                    .formatted(names.task(task), names.object(object), step)
                            + " the first, and the second for the writer."));
        }
        nest(step, task, TOOK, object, number);
    }

    /// The task waits, or may wait, for whoever is inside `object`.
    void await(int step, int task, int object) {
        nest(step, task, WAITED_FOR, object, classOf(object, 0));
    }

    private int classOf(int object, int declared) {
        @Var int number = classOfObject.get(object);
        if (number == 0) {
            number = declared == 0 ? 0 : classOfDeclaration.get(declared);
            if (number == 0) {
                if (classes == MOST_CLASSES) {
                    return 0;
                }
                number = ++classes;
                if (declared != 0) {
                    classOfDeclaration.put(declared, number);
                }
            }
            classOfObject.put(object, number);
        }
        return number;
    }

    private void nest(int step, int task, String verb, int object, int to) {
        for (@Var int at = holdings.depth(task) - 1; at >= 0; at--) {
            int outer = holdings.object(task, at);
            int from = classOf(outer, 0);
            if (from != to && from != 0 && to != 0 && (after[from] & bit(to)) == 0) {
                after[from] |= bit(to);
                add(new Nesting(from, to, task, outer, holdings.since(task, at), verb, object, step));
            }
        }
    }

    private void add(Nesting nesting) {
        if (nested == nestings.length) {
            nestings = Arrays.copyOf(nestings, 2 * nested);
        }
        nestings[nested++] = nesting;
        if (found.isEmpty() && leadsTo(nesting.to, nesting.from, 0)) {
            found = Optional.of(new Found(nesting.step, cycle(nesting)));
        }
    }

    private static long bit(int number) {
        return 1L << (number - 1);
    }

    private boolean leadsTo(int from, int to, long seen) {
        if ((after[from] & bit(to)) != 0) {
            return true;
        }
        for (@Var long rest = after[from] & ~seen; rest != 0; rest &= rest - 1) {
            int next = Long.numberOfTrailingZeros(rest) + 1;
            if (leadsTo(next, to, seen | after[from])) {
                return true;
            }
        }
        return false;
    }

    /// The nestings that lead from the inner lock of the last one back to its outer one, and then the last.
    private Function<TraceNames, String> cycle(Nesting last) {
        Nesting[] way = new Nesting[nested];
        @Var int length = 0;
        @Var int at = last.to;
        while (at != last.from) {
            Nesting next = step(at, last.from);
            way[length++] = next;
            at = next.to;
        }
        way[length++] = last;
        Nesting[] all = Arrays.copyOf(way, length);
        return names -> {
            var words = new StringJoiner(", ", "", ": at the same time each can wait for the other for ever.");
            for (Nesting nesting : all) {
                words.add(nesting.words(names));
            }
            return words.toString();
        };
    }

    /// The first nesting out of `from` that gets nearer to `to`.
    private Nesting step(int from, int to) {
        for (@Var int i = 0; i < nested; i++) {
            Nesting nesting = nestings[i];
            if (nesting.from == from && (nesting.to == to || leadsTo(nesting.to, to, bit(from)))) {
                return nesting;
            }
        }
        throw new IllegalStateException("A cycle of locks was found and cannot be followed.");
    }

    private void use(int step, int task, int object, Usage usage, int detail) {
        if ((detail & IN_INTERRUPT) != 0) {
            usage.handledAt = step;
            usage.handler = task;
        } else if ((detail & INTERRUPTS_OFF) == 0) {
            usage.openAt = step;
            usage.opener = task;
        }
        if ((detail & IN_TIMER) != 0) {
            usage.timedAt = step;
            usage.timer = task;
        } else if ((detail & (INTERRUPTS_OFF | TIMERS_OFF | IN_INTERRUPT)) == 0) {
            usage.openToTimersAt = step;
            usage.openerToTimers = task;
        }
        if (found.isEmpty() && usage.handledAt != 0 && usage.openAt != 0) {
            interrupted(step, object, usage.handler, usage.handledAt, usage.opener, usage.openAt, "interrupts");
        } else if (found.isEmpty() && usage.timedAt != 0 && usage.openToTimersAt != 0) {
            interrupted(step, object, usage.timer, usage.timedAt, usage.openerToTimers, usage.openToTimersAt, "timers");
        }
    }

    private void interrupted(int step, int object, int handler, int handledAt, int opener, int openAt, String what) {
        found = Optional.of(new Found(
                step,
                names -> "%s took %s in step %d, and %s took it in step %d with %s on: on one processor the first would"
                                .formatted(
                                        names.task(handler),
                                        names.object(object),
                                        handledAt,
                                        names.task(opener),
                                        openAt,
                                        what)
                        + " wait for the second for ever."));
    }

    boolean isFound() {
        return found.isPresent();
    }

    /// The first deadlock that can happen.
    Optional<Finding> finding(TraceNames names) {
        return found.map(it -> new Finding(K3, "Potential deadlock: " + it.sentence.apply(names), it.step));
    }

    /// The rules that the execution exercised, as bits.
    long witnessed() {
        return nested > 0 ? K3.bit() : 0;
    }
}

package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.rule.Policy;
import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.List;
import java.util.SortedSet;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/// Why a rule is broken at one event, in a few words, and the earlier event that explains it.
///
/// @param words the words, with `{s}` for the number of the earlier step
/// @param step the earlier event, or 0
public record Reason(String words, int step) {

    /// The words, with steps numbered as the reader sees them.
    public String in(IntFunction<String> numbers) {
        return words.replace("{s}", step == 0 ? "" : numbers.apply(step));
    }

    /// Explains `failure` from what came before it.
    ///
    /// @param subjects the objects that the finding is about
    static Reason of(Counterexample counterexample, KernelEvent failure, SortedSet<Integer> subjects) {
        var before = new Before(counterexample.trace(), failure);
        return switch (failure.kind()) {
            case READ, WRITE, USE -> before.last(EventKind.FREE, "freed in step {s}", "freed before");
            case FREE -> before.freed(counterexample.finding().rule().text());
            case FREED_WHILE_REFERENCED -> new Reason("a cdev in it is still referenced", 0);
            case REINITIALISED -> new Reason("an old handle still refers to it", 0);
            case CALLBACK_ENTER -> before.last(EventKind.UNBOUND, "unbound since step {s}", "not allowed here");
            case MAPPING_USED -> new Reason("its device is gone", 0);
            case FREED_WHILE_ARMED -> before.last(EventKind.ARM, "armed since step {s}", "nobody has stopped it");
            case STUCK -> before.stuck(counterexample);
            case SPINNING -> new Reason("this loop never ends", 0);
            case IO_READ, IO_WRITE -> before.last(EventKind.UNBOUND, "unbound since step {s}", "it is gone");
            case IO_UNMAPPED -> before.last(EventKind.UNBOUND, "unbound since step {s}", "the mapping is gone");
            case OPERATION_EXIT -> new Reason(answerInstead(counterexample), 0);
            case OPERATION_ENTER -> before.released();
            case PROBE_UNWOUND, UNBOUND, END, LEAKED -> before.stillThere(subjects, new EventWords(counterexample));
            case REF_INC, REF_DEC -> new Reason("it was " + failure.detail() + " already", 0);
            case RELEASE -> before.last(EventKind.DEVRES_ADD, "left to devres in step {s}", "devres releases it too");
            case DRVDATA_GET -> before.last(EventKind.UNBOUND, "unbound since step {s}", "not set yet");
            case ASYNC_ENTER, GUARD_ENTER, LOCK, BLOCK, SLEEP_IN_ATOMIC -> new Reason("not allowed here", 0);
            default -> new Reason("here", 0);
        };
    }

    private static String answerInstead(Counterexample counterexample) {
        Policy policy = counterexample.driver().policy();
        return switch (counterexample.finding().rule().text()) {
            case "R20" -> "instead of " + policy.deadAnswer().text();
            case "R32" -> "instead of " + policy.deadPoll().text();
            case "R6" -> "the counts have changed";
            default -> "not this";
        };
    }

    /// The part of a trace before one event.
    private record Before(List<KernelEvent> trace, KernelEvent failure) {

        private int find(Predicate<KernelEvent> wanted) {
            return trace.stream()
                    .filter(event -> event.step() < failure.step() && wanted.test(event))
                    .mapToInt(KernelEvent::step)
                    .max()
                    .orElse(0);
        }

        private int find(EventKind kind) {
            return find(event -> event.kind() == kind && event.object() == failure.object());
        }

        Reason last(EventKind kind, String found, String otherwise) {
            int step = find(kind);
            return step == 0 ? new Reason(otherwise, 0) : new Reason(found, step);
        }

        /// What was wrong with freeing it.
        Reason freed(String rule) {
            return switch (rule) {
                case "R35" -> last(EventKind.GROUP_JOINED, "shared since step {s}", "others share it");
                case "R38" -> new Reason("a child of it is still there", 0);
                case "R39" -> new Reason("its device is still bound", 0);
                case "R42" -> last(EventKind.LISTED, "listed since step {s}", "others can still find it");
                case "R26" -> new Reason("a guard of it is still held", 0);
                case "R4" -> new Reason("not yet", 0);
                default -> last(EventKind.FREE, "freed in step {s} already", "freed already");
            };
        }

        Reason released() {
            int step = find(event -> event.kind() == EventKind.OPERATION_ENTER
                    && event.object() == failure.object()
                    && event.detail() == EntryPoint.RELEASE.ordinal());
            return step == 0
                    ? new Reason("the file is still open", 0)
                    : new Reason("released in step {s} already", step);
        }

        /// Whoever has the lock, or nobody.
        Reason stuck(Counterexample counterexample) {
            int locked = Math.max(find(EventKind.LOCK), find(EventKind.GUARD_ENTER));
            int unlocked = Math.max(find(EventKind.UNLOCK), find(EventKind.GUARD_EXIT));
            if (failure.object() == 0 || locked <= unlocked) {
                return new Reason("nobody ever wakes it", 0);
            }
            int holder = trace.get(locked - 1).task();
            return holder == failure.task()
                    ? new Reason("it has it itself, since step {s}", locked)
                    : new Reason(TaskNames.of(counterexample, holder) + " has it since step {s}", locked);
        }

        Reason stillThere(SortedSet<Integer> subjects, EventWords words) {
            for (int subject : subjects) {
                int step = find(event -> event.object() == subject
                        && (event.kind() == EventKind.ALLOC || event.kind() == EventKind.ACQUIRE));
                if (step != 0) {
                    return new Reason("still there: " + words.object(subject) + " of step {s}", step);
                }
            }
            boolean isCounted = failure.kind() == EventKind.LEAKED;
            return new Reason(isCounted ? "a reference was never given back" : "something is still there", 0);
        }
    }
}

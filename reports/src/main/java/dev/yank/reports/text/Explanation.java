package dev.yank.reports.text;

import static dev.yank.reports.text.Reason.plainly;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.rule.Policy;
import dev.yank.model.trace.EntryPoint;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.SortedSet;
import java.util.function.Predicate;

/// Looks for the [Reason] why a rule is broken at one event, in what came before.
final class Explanation {

    private static final String HERE = "here";
    private static final String UNBOUND_SINCE = "unbound since step {s}";

    private final Counterexample counterexample;
    private final KernelEvent failure;
    private final SortedSet<Integer> subjects;
    private final Earlier earlier;
    private final String rule;

    private Explanation(Counterexample counterexample, KernelEvent failure, SortedSet<Integer> subjects) {
        this.counterexample = counterexample;
        this.failure = failure;
        this.subjects = subjects;
        this.earlier = new Earlier(counterexample.trace(), failure);
        this.rule = counterexample.finding().rule().text();
    }

    /// Explains `failure` from what came before it.
    ///
    /// @param subjects the objects that the finding is about
    static Reason of(Counterexample counterexample, KernelEvent failure, SortedSet<Integer> subjects) {
        var explanation = new Explanation(counterexample, failure, subjects);
        return switch (explanation.rule) {
            case "R12", "R18", "R26", "R27", "R40", "K2", "K3" ->
                new RuledReasons(counterexample, failure, explanation.earlier)
                        .reason()
                        .orElseGet(explanation::byKind);
            default -> explanation.byKind();
        };
    }

    private Reason byKind() {
        return switch (failure.kind()) {
            case READ, WRITE, READ_ONCE, WRITE_ONCE, LOAD_ACQUIRE, STORE_RELEASE, USE, INIT ->
                earlier.last(EventKind.FREE, "freed in step {s}", "freed before");
            case FREE -> freed();
            case FREED_WHILE_ARMED -> earlier.last(EventKind.ARM, "armed since step {s}", "nobody has stopped it");
            case OUTLIVED -> earlier.last(EventKind.FREE, "freed in step {s}", "freed before");
            case FREED_WHILE_REFERENCED -> plainly("a cdev in it is still referenced");
            case REINITIALISED -> plainly("an old handle still refers to it");
            case CALLBACK_ENTER -> earlier.last(EventKind.UNBOUND, UNBOUND_SINCE, HERE);
            case MAPPING_USED -> plainly("its device is gone");
            case DESTROY -> destroyed();
            case REFERENCE_TAKEN, UPGRADED -> earlier.last(EventKind.DESTROY, "destroyed in step {s}", "too late");
            case STUCK -> stuck();
            case SPINNING -> plainly("this loop never ends");
            case IO_READ, IO_WRITE -> earlier.last(EventKind.UNBOUND, UNBOUND_SINCE, "it is gone");
            case IO_UNMAPPED -> earlier.last(EventKind.UNBOUND, UNBOUND_SINCE, "the mapping is gone");
            case IO_UNPOWERED -> unpowered();
            case OPERATION_EXIT -> plainly(answerInstead());
            case OPERATION_ENTER -> released();
            case PROBE_UNWOUND, UNBOUND, END, LEAKED -> stillThere();
            case REF_INC, REF_INC_NOT_ZERO, REF_DEC -> plainly("it was " + failure.detail() + " already");
            case SATURATED -> plainly("it is full");
            case ACQUIRE -> plainly("it has it already");
            case RELEASE -> givenBack();
            case RELEASED_AGAIN ->
                earlier.last(EventKind.RELEASE, "given back in step {s}", "it is given back already");
            case MODULE_FREED -> plainly("it is still in use");
            case DRVDATA_GET -> drvdata();
            case TYPE_COMPARED -> earlier.last(EventKind.DRVDATA_SET, "set in step {s}", "another was set");
            case INTO_FOREIGN -> plainly("it must not be null");
            case FROM_FOREIGN, BORROW -> foreign();
            case WRONG_COOKIE -> registered();
            case OOPS -> plainly("the kernel would stop here");
            case SLEEP_IN_ATOMIC, ASYNC_ENTER, GUARD_ENTER, LOCK, BLOCK -> atomic();
            default -> plainly(HERE);
        };
    }

    private String answerInstead() {
        Policy policy = counterexample.driver().policy();
        return switch (rule) {
            case "R20" -> "instead of " + policy.deadAnswer().text();
            case "R32" -> "instead of " + policy.deadPoll().text();
            case "R6" -> "the counts have changed";
            default -> "not this";
        };
    }

    /// Memory is freed a second time, or too late, or while somebody still has it.
    private Reason freed() {
        int before = earlier.find(EventKind.FREE);
        if (before != 0) {
            return new Reason("freed in step {s} already", before);
        }
        switch (rule) {
            case "R8" -> {
                return earlier.last(EventKind.ALLOC, "kept since step {s}", "kept until now");
            }
            case "R35" -> {
                return earlier.last(EventKind.GROUP_JOINED, "shared since step {s}", "others share it");
            }
            case "R38" -> {
                return plainly("a child of it is still there");
            }
            case "R39" -> {
                return plainly("its device is still bound");
            }
            case "R42" -> {
                return earlier.last(EventKind.LISTED, "listed since step {s}", "others can still find it");
            }
            default -> {}
        }
        int kept = kept(_ -> true);
        return earlier.find(EventKind.DESTROY) == 0 && rule.equals("R4")
                ? plainly("it was never destroyed")
                : Earlier.reason(kept, "the reference of step {s} is left", "it is still in use");
    }

    private Reason destroyed() {
        int before = earlier.find(EventKind.DESTROY);
        if (before != 0) {
            return new Reason("destroyed in step {s} already", before);
        }
        int kept = kept(event -> event.detail() == 1);
        if (kept != 0) {
            return new Reason("the reference of step {s} is left", kept);
        }
        int last = earlier.find(event -> event.kind() == EventKind.REFERENCE_DROPPED
                && event.object() == failure.object()
                && event.detail() == 1);
        return Earlier.reason(last, "the last strong reference went in step {s}", HERE);
    }

    /// The last reference to the object that nobody has dropped.
    private int kept(Predicate<KernelEvent> counts) {
        Predicate<KernelEvent> isAboutIt = event -> event.object() == failure.object() && counts.test(event);
        long dropped = earlier.count(event -> event.kind() == EventKind.REFERENCE_DROPPED && isAboutIt.test(event));
        long taken = earlier.count(event -> event.kind() == EventKind.REFERENCE_TAKEN && isAboutIt.test(event));
        return taken <= dropped
                ? 0
                : earlier.find(event -> event.kind() == EventKind.REFERENCE_TAKEN && isAboutIt.test(event));
    }

    private Reason givenBack() {
        int added = earlier.find(EventKind.DEVRES_ADD);
        if (added != 0) {
            return new Reason("left to devres in step {s}", added);
        }
        return earlier.last(EventKind.RELEASE, "released in step {s} already", "it is not held");
    }

    private Reason unpowered() {
        int off = earlier.find(
                event -> event.kind() == EventKind.RELEASE && event.note().startsWith("supply"));
        return Earlier.reason(off, "switched off in step {s}", "it is switched off");
    }

    private Reason drvdata() {
        int unbound = earlier.find(EventKind.UNBOUND);
        return unbound != 0
                ? new Reason(UNBOUND_SINCE, unbound)
                : earlier.last(EventKind.DRVDATA_SET, "cleared in step {s}", "not set yet");
    }

    private Reason foreign() {
        int borrowed = earlier.open(
                event -> event.kind() == EventKind.BORROW && event.object() == failure.object(),
                event -> event.kind() == EventKind.BORROW_END);
        int taken = earlier.find(EventKind.FROM_FOREIGN);
        if (taken != 0) {
            return new Reason("taken back in step {s} already", taken);
        }
        if (borrowed != 0) {
            return new Reason(who(borrowed) + " borrows it since step {s}", borrowed);
        }
        return earlier.last(EventKind.INTO_FOREIGN, "given away in step {s}", HERE);
    }

    private Reason registered() {
        int acquired = earlier.find(
                event -> event.kind() == EventKind.ACQUIRE && event.note().contains("interrupt"));
        return Earlier.reason(acquired, "registered in step {s}", HERE);
    }

    private Reason released() {
        int step = earlier.find(event -> event.kind() == EventKind.OPERATION_ENTER
                && event.object() == failure.object()
                && event.detail() == EntryPoint.RELEASE.ordinal());
        return Earlier.reason(step, "released in step {s} already", "the file is still open");
    }

    /// What forbids to sleep.
    private Reason atomic() {
        int since = earlier.open(
                event -> event.task() == failure.task() && isAtomic(event),
                event -> event.kind() == EventKind.GUARD_EXIT
                        || event.kind() == EventKind.UNLOCK
                        || event.kind() == EventKind.ASYNC_EXIT);
        return Earlier.reason(since, "atomic since step {s}", "not allowed here");
    }

    private static boolean isAtomic(KernelEvent event) {
        boolean spins = event.kind() == EventKind.LOCK && (event.detail() & 1) != 0;
        return spins || event.kind() == EventKind.GUARD_ENTER || event.kind() == EventKind.ASYNC_ENTER;
    }

    /// Whoever has the lock, or nobody.
    private Reason stuck() {
        int locked = Math.max(earlier.find(EventKind.LOCK), earlier.find(EventKind.GUARD_ENTER));
        int unlocked = Math.max(earlier.find(EventKind.UNLOCK), earlier.find(EventKind.GUARD_EXIT));
        if (failure.object() == 0 || locked <= unlocked) {
            return plainly("nobody ever wakes it");
        }
        return earlier.at(locked).task() == failure.task()
                ? new Reason("it has it itself, since step {s}", locked)
                : new Reason(who(locked) + " has it since step {s}", locked);
    }

    private Reason stillThere() {
        var words = new EventWords(counterexample);
        for (int subject : subjects) {
            int step = earlier.find(event -> event.object() == subject
                    && (event.kind() == EventKind.ALLOC || event.kind() == EventKind.ACQUIRE));
            if (step != 0) {
                return new Reason("still there: " + words.object(subject) + " of step {s}", step);
            }
        }
        boolean isCounted = failure.kind() == EventKind.LEAKED;
        return plainly(isCounted ? "a reference was never given back" : "something is still there");
    }

    private String who(int step) {
        return TaskNames.of(counterexample, earlier.at(step).task());
    }
}

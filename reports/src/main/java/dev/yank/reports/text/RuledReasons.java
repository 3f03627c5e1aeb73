package dev.yank.reports.text;

import dev.yank.harness.run.Counterexample;
import dev.yank.model.trace.EventKind;
import dev.yank.model.trace.KernelEvent;
import java.util.Optional;
import java.util.regex.MatchResult;

/// Reasons that depend on the rule more than on the kind of the event.
final class RuledReasons {

    /// Bits of the detail of [EventKind#LOCK]: in an interrupt handler, in a timer.
    private static final int IN_HANDLER = 8 | 16;

    private static final String HANDLER = "a handler takes it too";

    private final Counterexample counterexample;
    private final KernelEvent failure;
    private final Earlier earlier;

    RuledReasons(Counterexample counterexample, KernelEvent failure, Earlier earlier) {
        this.counterexample = counterexample;
        this.failure = failure;
        this.earlier = earlier;
    }

    /// The reason, where the rule has one for such an event.
    Optional<Reason> reason() {
        return switch (counterexample.finding().rule().text()) {
            case "R12" -> published();
            case "R18" -> scoped();
            case "R26" -> guarded();
            case "R27" -> withdrawn();
            case "R40" -> module();
            case "K2" -> Optional.of(other("nothing orders this and step {s}", "nothing orders it"));
            case "K3" -> Optional.of(nested());
            default -> Optional.empty();
        };
    }

    /// The first other step that the sentence names.
    private Reason other(String found, String otherwise) {
        int step = Scene.STEP
                .matcher(counterexample.finding().sentence())
                .results()
                .map(MatchResult::group)
                .mapToInt(words -> Integer.parseInt(words.substring("step ".length())))
                .filter(named -> named != failure.step()
                        && named <= counterexample.trace().size())
                .findFirst()
                .orElse(0);
        return Earlier.reason(step, found, otherwise);
    }

    private Optional<Reason> published() {
        int begun = earlier.open(
                event -> event.kind() == EventKind.PROBE_ENTER, event -> event.kind() == EventKind.PROBE_EXIT);
        return failure.kind() == EventKind.OOPS
                ? Optional.of(Earlier.reason(begun, "the probe of step {s} is not over", "probe is not over"))
                : Optional.of(other("used in step {s} already", "used already"));
    }

    private Optional<Reason> scoped() {
        int guard = earlier.find(event -> event.kind() == EventKind.SCOPE_GUARDED);
        return guard == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        failure.kind() == EventKind.RELEASE
                                ? "the guard of step {s} undoes it too"
                                : "the guard of step {s} was neither run nor dismissed",
                        guard));
    }

    private Optional<Reason> guarded() {
        if (failure.kind() == EventKind.STALE_GUARD) {
            int given =
                    earlier.find(event -> (event.kind() == EventKind.GUARD_EXIT || event.kind() == EventKind.BORROW_END)
                            && event.task() == failure.task());
            return Optional.of(Earlier.reason(given, "given back in step {s}", "given back before"));
        }
        int reached = failure.kind() == EventKind.WRONG_GUARD
                ? earlier.find(event -> event.kind() == EventKind.GUARD_ENTER
                        && event.task() == failure.task()
                        && event.object() == failure.object())
                : earlier.find(EventKind.DEREFERENCED);
        if (reached == 0) {
            return Optional.empty();
        }
        KernelEvent event = earlier.at(reached);
        return switch (failure.kind()) {
            case WRONG_GUARD ->
                Optional.of(new Reason("it was given index " + event.detail() + " in step {s}", reached));
            case FREE -> {
                int entered = last(EventKind.GUARD_ENTER, event.task(), event.detail());
                String who = TaskNames.of(counterexample, event.task());
                yield Optional.of(new Reason(who + " is inside since step {s}", entered == 0 ? reached : entered));
            }
            default -> {
                int left = last(EventKind.GUARD_EXIT, failure.task(), event.detail());
                yield Optional.of(Earlier.reason(left, "its guard was given back in step {s}", "without its guard"));
            }
        };
    }

    private int last(EventKind kind, int task, int object) {
        return earlier.find(event -> event.kind() == kind && event.task() == task && event.object() == object);
    }

    private Optional<Reason> withdrawn() {
        if (failure.kind() == EventKind.WITHDRAWN) {
            return Optional.of(earlier.last(EventKind.WITHDRAWN, "withdrawn in step {s} already", "not by this call"));
        }
        int begun = earlier.open(
                event -> event.kind() == EventKind.DROP_BEGIN, event -> event.kind() == EventKind.DROP_END);
        return begun == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        TaskNames.of(counterexample, earlier.at(begun).task()) + " is dropping it since step {s}",
                        begun));
    }

    /// Who is inside the code that is freed, or when it was.
    private Optional<Reason> module() {
        if (failure.kind() != EventKind.MODULE_FREED) {
            int freed = earlier.find(event -> event.kind() == EventKind.MODULE_FREED);
            return freed == 0 ? Optional.empty() : Optional.of(new Reason("its code was freed in step {s}", freed));
        }
        int entered = earlier.open(
                event -> event.task() != failure.task()
                        && (event.kind() == EventKind.OPERATION_ENTER || event.kind() == EventKind.ASYNC_ENTER),
                event -> event.kind() == EventKind.OPERATION_EXIT || event.kind() == EventKind.ASYNC_EXIT);
        return entered == 0
                ? Optional.empty()
                : Optional.of(new Reason(
                        TaskNames.of(counterexample, earlier.at(entered).task()) + " is inside since step {s}",
                        entered));
    }

    /// Either two locks the other way round, or one lock that a handler takes too.
    private Reason nested() {
        String sentence = counterexample.finding().sentence();
        String what = sentence.contains(" with interrupts on") ? "interrupts" : "timers";
        if (!sentence.contains(" with " + what + " on")) {
            return other("the other way round than in step {s}", "it has it already");
        }
        return (failure.detail() & IN_HANDLER) != 0
                ? other("taken with " + what + " on in step {s}", HANDLER)
                : other("a handler takes it too, in step {s}", HANDLER);
    }
}

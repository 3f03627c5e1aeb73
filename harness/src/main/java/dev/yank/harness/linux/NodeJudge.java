package dev.yank.harness.linux;

import dev.yank.harness.linux.Action.Effect;
import dev.yank.harness.linux.guest.AgentOperation.Code;
import dev.yank.model.linearize.Entry;
import dev.yank.model.linearize.Limits;
import dev.yank.model.linearize.LinearizabilityChecker;
import dev.yank.model.linearize.LinearizabilityResult.NotLinearizable;
import dev.yank.model.rule.RuleId;
import dev.yank.model.spec.node.NodeOperation;
import dev.yank.model.spec.node.NodeOperation.Belonging;
import dev.yank.model.spec.node.NodeSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Judges the history of one run, without the guest.
///
/// Rules on order and waiting are decided first, because they say more; what is left is asked of the linearizability
/// checker. What hangs because a removal hangs is a consequence, and not accused.
final class NodeJudge {

    /// A call that was inside the driver when a removal returned is answered so much later, in nanoseconds; one that
    /// was
    /// outside already has its answer before.
    private static final long LINGERING = 300_000_000;

    /// Signals that are sent together arrive within this time, in nanoseconds; nobody gets one before it has slept
    /// longer.
    private static final long AT_ONCE = 120_000_000;

    private static final Limits LIMITS = new Limits(200_000);

    private final List<Performed> history;
    private final List<String> stacks;
    private final Removals removals;
    private final List<Accusation> accusations = new ArrayList<>();

    private NodeJudge(List<Performed> history, List<String> stacks) {
        this.history = history;
        this.stacks = stacks;
        this.removals = new Removals(history);
    }

    /// The accusations, the likeliest cause first; none if everything is as promised.
    ///
    /// @param history in the order of the invocations
    /// @param stacks where the kernel slept when nothing had happened for long
    static List<Accusation> judge(List<Performed> history, List<String> stacks) {
        var judge = new NodeJudge(history, stacks);
        judge.waiting();
        return judge.rest();
    }

    /// The same, when it cannot be known whether what was not answered would have been.
    static List<Accusation> answersOnly(List<Performed> history) {
        return new NodeJudge(history, List.of()).rest();
    }

    private List<Accusation> rest() {
        answers();
        if (accusations.isEmpty()) {
            linearizability();
        }
        Map<String, Accusation> distinct = new TreeMap<>();
        accusations.forEach(one -> distinct.putIfAbsent(one.signature(), one));
        return distinct.values().stream()
                .sorted(Comparator.comparing(Accusation::rule))
                .toList();
    }

    private void waiting() {
        List<Performed> hung = history.stream().filter(Performed::hung).toList();
        List<Performed> sleepers =
                hung.stream().filter(one -> one.action().mayWait()).toList();
        boolean removalHangs = hung.stream().anyMatch(one -> one.effect() == Effect.REMOVE);
        for (Performed one : hung) {
            if (one.effect() == Effect.REMOVE) {
                removalHangs(one, sleepers);
            } else if (one.action().mayWait()) {
                sleeps(one);
            } else if (!removalHangs) {
                hangs(one);
            }
        }
    }

    private void removalHangs(Performed removal, List<Performed> sleepers) {
        List<String> about = sleepers.stream()
                .filter(sleeper -> sleeper.overlaps(removal))
                .sorted(Comparator.comparing(NodeJudge::isPoll)
                        .thenComparing(sleeper -> sleeper.action().name()))
                .map(sleeper -> sleeper.action().name())
                .distinct()
                .toList();
        long others = history.stream()
                .filter(one -> one.hung() && !one.action().mayWait() && !one.equals(removal))
                .count();
        accuse(
                "R29",
                removal.action().name() + " waits for " + (about.isEmpty() ? "nobody that sleeps" : about.getFirst()),
                removal.words() + ", does not return while "
                        + (about.isEmpty() ? "nobody sleeps in the device" : "somebody sleeps in " + sum(about))
                        + "; it went on only when a signal had ended every sleep."
                        + (others == 0 ? "" : " " + others + " more operations hung with it."),
                about);
    }

    private void sleeps(Performed sleeper) {
        String rule = isPoll(sleeper) ? "R32" : "R22";
        removals.before(sleeper)
                .ifPresentOrElse(
                        removal -> accuse(
                                rule.equals("R32") ? "R32" : "R20",
                                sleeper.action().name() + " sleeps on a dead file",
                                sleeper.words() + ", began after "
                                        + removal.action().name() + " had returned, and sleeps instead of answering.",
                                List.of(sleeper.action().name())),
                        () -> removals.during(sleeper)
                                .filter(removal -> isOutslept(removal, sleeper) && !mayYetBeWoken(sleeper))
                                .ifPresent(removal -> accuse(
                                        rule,
                                        sleeper.action().name() + " is not woken",
                                        sleeper.words() + ", slept when "
                                                + removal.action().name() + " began, and was not woken by it"
                                                + ended(sleeper) + ".",
                                        List.of(sleeper.action().name()))));
    }

    /// Whether somebody slept on after a removal began. A removal that had to wait until a signal had ended somebody's
    /// sleep
    /// finds others who are just being woken by the same signal.
    private static boolean isOutslept(Performed removal, Performed sleeper) {
        return sleeper.completed() - removal.invoked() > AT_ONCE;
    }

    /// Whether somebody polls whom a removal did not come to wake, because it waits for somebody who reads.
    private boolean mayYetBeWoken(Performed sleeper) {
        return isPoll(sleeper)
                && history.stream()
                        .filter(one -> one.effect() == Effect.REMOVE && one.hung() && one.overlaps(sleeper))
                        .anyMatch(removal -> history.stream()
                                .anyMatch(other -> other.hung()
                                        && other.action().mayWait()
                                        && !isPoll(other)
                                        && other.overlaps(removal)));
    }

    private static boolean isPoll(Performed one) {
        return one.action().code() == Code.POLL;
    }

    private static String ended(Performed sleeper) {
        return sleeper.isCompleted()
                ? "; only a signal ended it (" + NodeSpec.word(sleeper.answer()) + ")"
                : ", nor by a signal";
    }

    private void hangs(Performed one) {
        String rule = one.effect() == Effect.CLOSE ? "R33" : one.effect() == Effect.RESTORE ? "R29" : "R21";
        accuse(
                rule,
                one.action().name() + " hangs",
                one.words() + ", does not return, though it waits for nothing and no removal hangs.",
                List.of(one.action().name()));
    }

    private void answers() {
        for (Performed one : history) {
            if (!one.isCompleted() || one.wasInterrupted()) {
                continue;
            }
            if (one.outcome().showsPoison()) {
                accuse(
                        "R34",
                        one.action().name() + " shows freed memory",
                        one.words() + ", answered bytes that the allocator leaves in freed memory.",
                        List.of());
            }
            switch (one.effect()) {
                case OPEN -> opened(one);
                case CLOSE -> closed(one);
                case REMOVE, RESTORE, NOTHING -> {}
                case TAKE_LINE, CONFIGURE, SET_LEVEL, GET_LEVEL, ACCESS -> used(one);
            }
        }
    }

    private void opened(Performed open) {
        if (!open.succeeded() || open.action().belonging() == Belonging.NODE) {
            return;
        }
        removals.goneThroughout(open)
                .ifPresent(removal -> accuse(
                        "R20",
                        open.action().name() + " succeeds after removal",
                        open.words() + ", began after " + removal.action().name()
                                + " had returned, and succeeded although no driver was bound.",
                        List.of()));
        if (removals.goneThroughout(open).isEmpty()) {
            removals.deathSeenBefore(open)
                    .ifPresent(seen -> accuse(
                            "R31",
                            open.action().name() + " succeeds on a dead device",
                            open.words() + ", succeeded after " + seen.words() + ", had been told "
                                    + NodeSpec.word(seen.answer()) + ", and nobody had bound a driver since.",
                            List.of()));
        }
    }

    private void closed(Performed close) {
        if (close.answer() != 0) {
            accuse(
                    "R33",
                    close.action().name() + " fails",
                    close.words() + ", answered " + NodeSpec.word(close.answer()) + ".",
                    List.of());
        }
    }

    private void used(Performed one) {
        if (one.action().dead().contains(one.answer())) {
            return;
        }
        if (!one.action().mayWait()) {
            removals.outlivedBy(one, LINGERING)
                    .ifPresent(removal -> accuse(
                            "R21",
                            one.action().name() + " outlives removal",
                            one.words() + ", began before " + removal.action().name()
                                    + ", which returned long before it was answered as by a live device.",
                            List.of()));
        }
        String answered = NodeSpec.word(one.answer());
        boolean isPoll = isPoll(one);
        boolean isNumb = isPoll && one.answer() == 0; // which is no sign of life
        if (removals.before(one).isPresent()) {
            boolean wasToldBefore = one.action().belonging() == Belonging.INSTANCE
                    && history.stream()
                            .anyMatch(
                                    other -> other.step().handle() == one.step().handle()
                                            && other.completed() < one.invoked()
                                            && Removals.isDeadAnswer(other));
            String rule = wasToldBefore && !isNumb ? "R37" : isPoll ? "R32" : "R20";
            accuse(
                    rule,
                    one.action().name() + " answers " + answered + " on a dead file",
                    one.words() + ", began after the device of its file was gone, and answered " + answered
                            + (wasToldBefore ? ", although the file had answered as a dead one before." : "."),
                    List.of());
        } else if (removals.besideMaker(one).isPresent()) {
            accuse(
                    isNumb ? "R32" : "R31",
                    one.action().name() + " answers " + answered
                            + (isNumb ? " on a dead file" : " on a file opened during removal"),
                    one.words() + ", uses a file that was given out while the device was removed, and answered "
                            + answered + " after the removal.",
                    List.of());
        }
    }

    private void linearizability() {
        List<Entry<NodeOperation, Integer>> entries = Entries.of(history);
        if (LinearizabilityChecker.check(new NodeSpec(), entries, LIMITS)
                instanceof NotLinearizable<NodeOperation, Integer> refused) {
            Entry<NodeOperation, Integer> entry = refused.cannotBePlaced();
            Integer response = entry.response();
            accuse(
                    "L1",
                    entry.operation().name() + " answers " + (response == null ? "nothing" : NodeSpec.word(response)),
                    "No order of the operations explains the answers: " + refused.sentence(),
                    List.of());
        }
    }

    private void accuse(String rule, String what, String sentence, List<String> about) {
        accusations.add(new Accusation(
                RuleId.parse(rule),
                rule + " " + what.replaceAll(" file [0-9]+", "").replaceAll(" [0-9]+\\b", ""),
                sentence,
                about,
                about.isEmpty() ? List.of() : stacks));
    }

    private static String sum(List<String> names) {
        return String.join(", ", names);
    }

    /// How often each rule was put to the test in a history.
    static Map<String, Integer> witnesses(List<Performed> history) {
        var removals = new Removals(history);
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("L1", 1);
        counts.put("R34", removals.all().size());
        for (Performed one : history) {
            rulesPutToTheTest(one, removals).forEach(rule -> counts.merge(rule, 1, Integer::sum));
        }
        return counts;
    }

    private static Stream<String> rulesPutToTheTest(Performed one, Removals removals) {
        boolean isDead = removals.before(one).isPresent();
        boolean isBeside = !isDead && removals.during(one).isPresent();
        return switch (one.effect()) {
            case REMOVE -> Stream.of("R29");
            case RESTORE, NOTHING -> Stream.of();
            case OPEN ->
                removals.all().stream().anyMatch(one::overlaps)
                        ? Stream.of("R31")
                        : removals.goneThroughout(one).isPresent() ? Stream.of("R20") : Stream.of();
            case CLOSE -> isDead ? Stream.of("R33") : Stream.of();
            case TAKE_LINE, CONFIGURE, SET_LEVEL, GET_LEVEL, ACCESS -> {
                boolean isPoll = isPoll(one);
                yield isBeside
                        ? Stream.of(isPoll ? "R32" : one.action().mayWait() ? "R22" : "R21")
                        : !isDead ? Stream.of() : isPoll ? Stream.of("R32", "R37") : Stream.of("R20", "R37");
            }
        };
    }
}

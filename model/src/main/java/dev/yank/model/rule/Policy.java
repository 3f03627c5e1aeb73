package dev.yank.model.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// One choice on each knob that the model can turn; fixed for a trial.
///
/// What clients may see depends on P1, P2, P7, P8 and P11. P3 to P6 concern traces only.
///
/// @param deadAnswer P1
/// @param deadPoll P2
/// @param removeWaitsFor P3
/// @param guarded P4
/// @param guardSleep P5
/// @param teardownOrder P6
/// @param deadMapping P7
/// @param queuedEvents P8
/// @param replug P11
public record Policy(
        DeadAnswer deadAnswer,
        DeadPoll deadPoll,
        RemoveWaitsFor removeWaitsFor,
        Guarded guarded,
        GuardSleep guardSleep,
        TeardownOrder teardownOrder,
        DeadMapping deadMapping,
        QueuedEvents queuedEvents,
        Replug replug) {

    /// What a knob that nobody mentions is set to: the answers of gpiolib since Linux 6.9.
    public static final Policy DEFAULT = new Policy(
            DeadAnswer.ENODEV,
            DeadPoll.HUP_ERR,
            RemoveWaitsFor.CALLS_IN_FLIGHT,
            Guarded.CALLS,
            GuardSleep.YES,
            TeardownOrder.UNSAID,
            DeadMapping.NO_MMAP,
            QueuedEvents.DROP,
            Replug.SAME_NODE);

    private static final List<String> KNOBS = List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P11");

    /// Reads a policy such as `P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P8=drop`.
    ///
    /// Blanks or commas separate the knobs and letters may be small or large. A knob that is left out has the
    /// value it has in [#DEFAULT].
    ///
    /// @throws IllegalArgumentException with one sentence that names the knob, the value and what is allowed
    public static Policy parse(String text) {
        Map<String, String> chosen = new TreeMap<>();
        for (String word : text.strip().split("[\\s,]+", -1)) {
            if (!word.isEmpty()) {
                choose(chosen, word);
            }
        }
        return new Policy(
                value(chosen, "P1", DEFAULT.deadAnswer, List.of(DeadAnswer.values())),
                value(chosen, "P2", DEFAULT.deadPoll, List.of(DeadPoll.values())),
                value(chosen, "P3", DEFAULT.removeWaitsFor, List.of(RemoveWaitsFor.values())),
                value(chosen, "P4", DEFAULT.guarded, List.of(Guarded.values())),
                value(chosen, "P5", DEFAULT.guardSleep, List.of(GuardSleep.values())),
                value(chosen, "P6", DEFAULT.teardownOrder, List.of(TeardownOrder.values())),
                value(chosen, "P7", DEFAULT.deadMapping, List.of(DeadMapping.values())),
                value(chosen, "P8", DEFAULT.queuedEvents, List.of(QueuedEvents.values())),
                value(chosen, "P11", DEFAULT.replug, List.of(Replug.values())));
    }

    /// The policy in the form that [#parse] reads, every knob named; P6 where the driver says something about it, P7
    /// where there are mappings, and P11 where a device comes back behind another node.
    public String describe() {
        return "P1=" + deadAnswer.text() + " P2=" + deadPoll.text() + " P3=" + removeWaitsFor.text() + " P4="
                + guarded.text() + " P5=" + guardSleep.text()
                + (teardownOrder == DEFAULT.teardownOrder ? "" : " P6=" + teardownOrder.text())
                + (deadMapping == DEFAULT.deadMapping ? "" : " P7=" + deadMapping.text()) + " P8="
                + queuedEvents.text() + (replug == DEFAULT.replug ? "" : " P11=" + replug.text());
    }

    @Override
    public String toString() {
        return describe();
    }

    private static void choose(Map<String, String> chosen, String word) {
        int equals = word.indexOf('=');
        String knob = equals < 0 ? word : word.substring(0, equals).toUpperCase(Locale.ROOT);
        if (equals < 0 || !KNOBS.contains(knob)) {
            throw new IllegalArgumentException(
                    "'" + word + "' chooses no knob of a policy; write knob=value, with one of "
                            + String.join(", ", KNOBS) + " as the knob.");
        }
        if (chosen.put(knob, word.substring(equals + 1)) != null) {
            throw new IllegalArgumentException(knob + " is chosen twice in one policy; leave one of the two out.");
        }
    }

    private static <C extends Choice> C value(Map<String, String> chosen, String knob, C otherwise, List<C> allowed) {
        String text = chosen.get(knob);
        if (text == null) {
            return otherwise;
        }
        List<String> texts = new ArrayList<>();
        for (C choice : allowed) {
            if (choice.text().equalsIgnoreCase(text)) {
                return choice;
            }
            texts.add(choice.text());
        }
        throw new IllegalArgumentException(
                knob + " cannot be '" + text + "'; write one of " + String.join(", ", texts) + ".");
    }
}

package dev.yank.model.rule;

import java.util.ArrayList;
import java.util.List;

/// The twelve knobs, as data for whoever lists them.
///
/// A [Policy] chooses P1 to P8 and P11. The others are stated, and nothing depends on them.
public final class Knobs {

    private static final List<Knob> ALL = List.of(
            chosen("P1", "What does an operation on a dead handle answer?", DeadAnswer.values()),
            chosen("P2", "What does poll show on a dead handle?", DeadPoll.values()),
            chosen("P3", "What does remove wait for?", RemoveWaitsFor.values()),
            chosen("P4", "What is guarded?", Guarded.values()),
            chosen("P5", "May the holder of a guard sleep?", GuardSleep.values()),
            chosen("P6", "In which order is a driver torn down?", TeardownOrder.values()),
            chosen("P7", "What does an existing mapping show after remove?", DeadMapping.values()),
            chosen("P8", "What becomes of queued events?", QueuedEvents.values()),
            stated(
                    "P9",
                    "Who owns the state that open files reach?",
                    new Knob.Answer("refcounted-with-release", "Laurent Pinchart 2021"),
                    new Knob.Answer("devm-and-disconnect", "Dan Williams 2021, CXL"),
                    new Knob.Answer("drm-managed", "Daniel Vetter 2021"),
                    new Knob.Answer("module", "James Bottomley 2021")),
            stated(
                    "P10",
                    "May a device that cannot be unplugged skip all this?",
                    new Knob.Answer("yes", "Mauro Carvalho 2021"),
                    new Knob.Answer("no", "Andy Lutomirski 2021: suppliers sit on devices that can")),
            chosen("P11", "What is a device that is plugged in again?", Replug.values()),
            stated(
                    "P12",
                    "What does a read from a device that has gone give?",
                    new Knob.Answer("all-ones", "x86, by the kernel's PCI howto"),
                    new Knob.Answer("machine-check", "many RISC platforms, by the same howto"),
                    new Knob.Answer("stale", "a cached value")));

    private Knobs() {}

    /// All knobs, P1 to P12.
    public static List<Knob> all() {
        return ALL;
    }

    private static Knob chosen(String id, String question, Choice... choices) {
        List<Knob.Answer> answers = new ArrayList<>();
        for (Choice choice : choices) {
            answers.add(new Knob.Answer(choice.text(), choice.whoSays()));
        }
        return new Knob(id, question, answers);
    }

    private static Knob stated(String id, String question, Knob.Answer... answers) {
        return new Knob(id, question, List.of(answers));
    }
}

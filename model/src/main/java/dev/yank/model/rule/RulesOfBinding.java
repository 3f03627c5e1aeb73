package dev.yank.model.rule;

import static dev.yank.model.rule.Family.COUNTING;
import static dev.yank.model.rule.Family.OWNERSHIP;
import static dev.yank.model.rule.Family.PROBE;

import java.util.List;

/// The rules about counts, probing and ownership: R1 to R19.
final class RulesOfBinding {

    static final List<Rule> ALL = List.of(
            rule(
                    "R1",
                    COUNTING,
                    "no resurrection",
                    "A strong count that has reached zero is never raised again.",
                    Sources.WEDSON),
            rule(
                    "R2",
                    COUNTING,
                    "counting by holders",
                    "A count is raised by one, from one or more, only by a party that already holds a reference, and no"
                            + " change of a count is lost to another.",
                    Sources.WEDSON,
                    Sources.TASKS),
            rule(
                    "R3",
                    COUNTING,
                    "weak upgrade",
                    "A weak reference can be upgraded exactly while the strong count is above zero, and never again"
                            + " once it has been zero.",
                    Sources.WEDSON,
                    Sources.LUTOMIRSKI),
            rule(
                    "R4",
                    COUNTING,
                    "destroy, then free",
                    "An object is destroyed once when its strong count reaches zero and its storage is freed once,"
                            + " afterwards, when its weak count does.",
                    Sources.WEDSON),
            rule(
                    "R5",
                    COUNTING,
                    "back to the baseline",
                    "Once every file is closed, every mapping gone, the device removed and the module unloaded, all"
                            + " counts and resource tables are as they were at the beginning.",
                    Sources.TASKS,
                    Sources.WEDSON),
            rule(
                    "R6",
                    COUNTING,
                    "failure costs nothing",
                    "An operation that fails leaves every count as it found it.",
                    Sources.TASKS),
            rule(
                    "R7",
                    COUNTING,
                    "no touch after put",
                    "Nobody touches an object, nor a lock inside it, after giving up their own last reference to it.",
                    Sources.WEDSON),
            rule(
                    "R8",
                    COUNTING,
                    "no growth over bindings",
                    "Binding and unbinding any number of times leaves memory where it was: nothing that belongs to a"
                            + " device is kept for as long as the module.",
                    Sources.GREG,
                    Sources.PCI),
            rule(
                    "R9",
                    PROBE,
                    "a failed probe unwinds",
                    "A probe that fails at some step releases exactly what the steps before it acquired, and the next"
                            + " probe behaves like a first one.",
                    Sources.DREIER,
                    Sources.PCI),
            rule(
                    "R10",
                    PROBE,
                    "reverse order",
                    "Managed resources are released in the reverse order of their acquisition, by the device they were"
                            + " registered on.",
                    Sources.WALLEIJ,
                    Sources.VETTER),
            rule(
                    "R11",
                    PROBE,
                    "an action runs once",
                    "A clean-up action runs once: at once if registering it fails, and otherwise at unbind.",
                    Sources.WALLEIJ),
            rule(
                    "R12",
                    PROBE,
                    "initialise, then publish",
                    "Nothing can be reached from outside before everything that it uses is initialised.",
                    Sources.VETTER,
                    Sources.PLATFORM),
            rule(
                    "R13",
                    PROBE,
                    "drvdata while bound",
                    "The driver's private data is borrowed only after it was set and before the device is fully"
                            + " unbound, also in interrupt handlers and class callbacks.",
                    Sources.PLATFORM),
            rule(
                    "R14",
                    PROBE,
                    "same type, same cookie",
                    "Borrowing, calling back and freeing use the type and the cookie that were registered.",
                    Sources.PLATFORM,
                    Sources.PCI),
            rule(
                    "R15",
                    OWNERSHIP,
                    "taken back once",
                    "Ownership given away with into_foreign is taken back with from_foreign at most once.",
                    Sources.FOREIGN_OWNABLE,
                    Sources.PLATFORM),
            rule(
                    "R16",
                    OWNERSHIP,
                    "no borrow at the take-back",
                    "No borrow is outstanding when ownership is taken back, and a mutable borrow excludes every other.",
                    Sources.FOREIGN_OWNABLE),
            rule(
                    "R17",
                    OWNERSHIP,
                    "the same object back",
                    "Giving ownership away never yields null, and taking it back returns the very same object, also"
                            + " for a type without content.",
                    Sources.FOREIGN_OWNABLE,
                    Sources.PLATFORM),
            rule(
                    "R18",
                    OWNERSHIP,
                    "scope guard",
                    "The clean-up of a scope guard runs exactly once, or never if the guard was dismissed, which gives"
                            + " the data back.",
                    Sources.SCOPE_GUARD),
            rule(
                    "R19",
                    OWNERSHIP,
                    "release at the last close",
                    "The release of a file runs exactly once, after its last close and its last mapping, whether or"
                            + " not the device is still there.",
                    Sources.PINCHART));

    private RulesOfBinding() {}

    static Rule rule(String id, Family family, String title, String statement, Source... sources) {
        return new Rule(new RuleId(id), family, title, statement, List.of(sources), Judgement.NOT_YET);
    }
}

package dev.yank.model.rule;

import static dev.yank.model.rule.Family.AFTER_REMOVAL;
import static dev.yank.model.rule.Family.HISTORY;
import static dev.yank.model.rule.Family.REMOVAL;
import static dev.yank.model.rule.Family.WIDER;
import static dev.yank.model.rule.RulesOfBinding.rule;

import java.util.List;

/// The rules about removal and what follows it, R20 to R45, and our own: K1 to K3 and L1.
final class RulesOfRemoval {

    static final List<Rule> ALL = List.of(
            rule(
                    "R20",
                    REMOVAL,
                    "dead after remove",
                    "Every operation that is invoked after remove has returned, by user space or by a consumer in the"
                            + " kernel, gets the dead answer of policy P1.",
                    Sources.PINCHART,
                    Sources.LUTOMIRSKI),
            rule(
                    "R21",
                    REMOVAL,
                    "remove waits",
                    "Remove does not return while an operation that entered before the cut-off is still inside the"
                            + " driver's code.",
                    Sources.PINCHART,
                    Sources.WEDSON),
            rule(
                    "R22",
                    REMOVAL,
                    "remove wakes",
                    "An operation that is blocked is woken by remove and completes within a bound, with the dead"
                            + " answer or with a result it had earned.",
                    Sources.PINCHART),
            rule(
                    "R23",
                    REMOVAL,
                    "no device access after remove",
                    "After remove has returned, no context accesses the device: no register, no configuration space,"
                            + " no DMA, no bus transfer.",
                    Sources.PINCHART),
            rule(
                    "R24",
                    REMOVAL,
                    "asynchronous work is stopped",
                    "Timers, work items, tasklets, threads and interrupt handlers are stopped, and cannot be armed"
                            + " again, before anything they use is freed.",
                    Sources.VETTER,
                    Sources.PINCHART),
            rule(
                    "R25",
                    REMOVAL,
                    "no entry after remove",
                    "After remove has returned nothing of the driver but release is entered, and an upper layer is"
                            + " unregistered before what its callbacks use is freed.",
                    Sources.PINCHART),
            rule(
                    "R26",
                    REMOVAL,
                    "a guard protects",
                    "What was obtained under a guard stays valid until the guard is dropped and is not used after"
                            + " that, not even under a guard taken anew.",
                    Sources.WEDSON),
            rule(
                    "R27",
                    REMOVAL,
                    "one revoker",
                    "Exactly one caller is told that it revoked, and no other concurrent revoker returns before the"
                            + " object has been dropped.",
                    Sources.WEDSON),
            rule(
                    "R28",
                    REMOVAL,
                    "hardware goes at unbind",
                    "Hardware resources are released at unbind although the state object lives on.",
                    Sources.WEDSON,
                    Sources.WALLEIJ),
            rule(
                    "R29",
                    REMOVAL,
                    "remove ends",
                    "Remove ends without any action of a user beyond what policy P3 allows, and no cycle of locks ties"
                            + " it to an operation.",
                    Sources.PINCHART,
                    Sources.WALLEIJ),
            rule(
                    "R30",
                    REMOVAL,
                    "teardown once",
                    "Teardown runs once, also when two causes ask for it.",
                    Sources.WALLEIJ),
            rule(
                    "R31",
                    REMOVAL,
                    "open against remove",
                    "An open that races with remove fails, or returns a handle whose later operations obey R20; the"
                            + " handle is never half initialised.",
                    Sources.PINCHART),
            rule(
                    "R32",
                    AFTER_REMOVAL,
                    "poll on a dead handle",
                    "Poll on a dead handle returns at once with the mask of policy P2, and a poller that slept through"
                            + " remove is woken.",
                    Sources.PINCHART),
            rule(
                    "R33",
                    AFTER_REMOVAL,
                    "close on a dead handle",
                    "Closing a dead handle succeeds and does not access the device.",
                    Sources.PINCHART),
            rule(
                    "R34",
                    AFTER_REMOVAL,
                    "reachable stays allocated",
                    "State that can be reached from an open file, a mapping or a child stays allocated until that"
                            + " reference is dropped.",
                    Sources.PINCHART,
                    Sources.WEDSON,
                    Sources.WALLEIJ),
            rule(
                    "R35",
                    AFTER_REMOVAL,
                    "a shared group",
                    "A group of resources that several interfaces share is released only when all of them have been.",
                    Sources.PINCHART,
                    Sources.VETTER),
            rule(
                    "R36",
                    AFTER_REMOVAL,
                    "no unguarded step across lifetimes",
                    "Nothing in memory that lives as long as a file follows a pointer into memory that lives as long"
                            + " as the device, unless it holds a guard.",
                    Sources.VETTER),
            rule(
                    "R37",
                    AFTER_REMOVAL,
                    "dead stays dead",
                    "A handle that has seen the device dead stays dead; a device plugged in again is a new instance"
                            + " and does not reuse memory that an old handle still refers to.",
                    Sources.LUTOMIRSKI),
            rule(
                    "R38",
                    AFTER_REMOVAL,
                    "parents outlive children",
                    "A parent outlives its children, the release callbacks of those included.",
                    Sources.CARVALHO),
            rule(
                    "R39",
                    AFTER_REMOVAL,
                    "two lifetimes",
                    "Unbinding does not free what the character device refers to, and the last close does not free"
                            + " what is still bound.",
                    Sources.GREG),
            rule(
                    "R40",
                    AFTER_REMOVAL,
                    "code outlives callers",
                    "The code and data of a module outlive every device, file, timer and callback that can enter them.",
                    Sources.BOTTOMLEY,
                    Sources.PCI),
            rule(
                    "R41",
                    WIDER,
                    "suspend and resume",
                    "Suspend and resume bring back the saved configuration, exclude remove and cannot deadlock with"
                            + " operations.",
                    Sources.VETTER),
            rule(
                    "R42",
                    WIDER,
                    "lookups pin",
                    "A lookup returns an object that is initialised and pinned, or nothing, and an object is unlinked"
                            + " from everything before it is freed.",
                    Sources.WEDSON),
            rule(
                    "R43",
                    WIDER,
                    "the device may lie",
                    "No value read from a device or a shared ring can cause an access out of range, an endless loop or"
                            + " a wrong lifetime.",
                    Sources.LUTOMIRSKI),
            rule(
                    "R44",
                    WIDER,
                    "surprise removal",
                    "After a surprise removal, reset or break, all-ones is taken for gone, every request in flight"
                            + " completes exactly once, and nothing touches the device.",
                    Sources.LUTOMIRSKI,
                    Sources.PINCHART),
            rule(
                    "R45",
                    WIDER,
                    "mappings after removal",
                    "After removal a mapping that exists follows policy P7 and never reaches the memory of another"
                            + " device.",
                    Sources.PINCHART,
                    Sources.VETTER),
            rule(
                    "L1",
                    HISTORY,
                    "linearizable",
                    "What the clients saw can be explained by operations taking effect one at a time, each between its"
                            + " invocation and its completion, as the specification for the policy allows.",
                    Sources.HERLIHY_WING),
            rule(
                    "K1",
                    HISTORY,
                    "context rules",
                    "A driver keeps the kernel's own rules: it does not sleep in atomic context, unlocks only what it"
                            + " has locked, gives back only what it got, and does not oops.",
                    Sources.KERNEL_HACKING),
            rule(
                    "K2",
                    HISTORY,
                    "no data race",
                    "Two accesses to one place by different tasks, one of them a write, are ordered by the kernel's"
                            + " synchronisation or both marked, as with READ_ONCE and WRITE_ONCE.",
                    Sources.MEMORY_MODEL,
                    Sources.KCSAN));

    private RulesOfRemoval() {}
}

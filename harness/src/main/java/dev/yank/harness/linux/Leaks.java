package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/// Counts what a kernel has handed out while a program is repeated: a driver that comes and goes leaves nothing behind.
///
/// What is kept once, or by a cache, grows once; what leaks grows each time. So a number is held to leak that grows in
/// each of several intervals by about as much as there were repetitions.
final class Leaks {

    /// That it comes and goes without a trace.
    static final RuleId RULE = RuleId.parse("R8");

    /// A leak is seldom one of one kind of object, and which of them are seen may vary, so all are one bug.
    private static final String SIGNATURE = "R8 something leaks";

    /// Repetitions in each interval.
    static final int REPETITIONS = 8;

    private static final int INTERVALS = 3;
    private static final int WARMING_UP = 3;

    /// Objects that were freed may be counted until later.
    private static final int TOLERATED = 2;

    /// Caches that are given back in bulk when there is much of it, so that they grow for long.
    private static final List<String> LAZY = List.of("vmap_area");

    private final Function<NodeProgram, Sighting> perform;
    private final Supplier<Map<String, Long>> count;

    /// @param perform a run of a program, in a guest that goes on
    /// @param count what the guest has handed out, by name
    Leaks(Function<NodeProgram, Sighting> perform, Supplier<Map<String, Long>> count) {
        this.perform = perform;
        this.count = count;
    }

    /// How many repetitions there are in all.
    static int repetitions() {
        return REPETITIONS * INTERVALS;
    }

    /// A program repeated: the last run of it, with what leaked, or with what broke off.
    Sighting perform(NodeProgram program) {
        List<Map<String, Long>> counts = new ArrayList<>();
        @Var Sighting last = repeat(program, WARMING_UP);
        while (isClean(last) && counts.size() < INTERVALS) {
            counts.add(count.get());
            last = repeat(program, REPETITIONS);
        }
        if (!isClean(last)) {
            return last;
        }
        counts.add(count.get());
        return new Sighting(program, last.history(), accusations(counts, removals(last)), last.end(), last.kernelLog());
    }

    private Sighting repeat(NodeProgram program, int times) {
        @Var Sighting last = perform.apply(program);
        for (int i = 1; i < times && isClean(last); i++) {
            last = perform.apply(program);
        }
        return last;
    }

    private static boolean isClean(Sighting sighting) {
        return !sighting.isLost() && sighting.accusations().isEmpty();
    }

    private static long removals(Sighting sighting) {
        return sighting.history().stream()
                .filter(one -> one.effect() == Action.Effect.REMOVE && one.succeeded())
                .count();
    }

    /// What grows in each interval, as one accusation.
    ///
    /// @param counts before the first interval and after each
    /// @param removals in each repetition
    static List<Accusation> accusations(List<Map<String, Long>> counts, long removals) {
        List<String> growing = new ArrayList<>();
        for (String name : counts.getFirst().keySet()) {
            List<Long> growth = growth(counts, name);
            if (!LAZY.contains(name) && growth.stream().allMatch(more -> more >= REPETITIONS - TOLERATED)) {
                growing.add(name + " grew by " + growth);
            }
        }
        return growing.isEmpty()
                ? List.of()
                : List.of(new Accusation(
                        RULE,
                        SIGNATURE,
                        String.join(", ", growing) + " in intervals of " + REPETITIONS
                                + " repetitions of a program that takes the device away " + removals
                                + " times and brings it back, with every file closed.",
                        List.of(),
                        List.of()));
    }

    private static List<Long> growth(List<Map<String, Long>> counts, String name) {
        List<Long> growth = new ArrayList<>();
        for (int i = 1; i < counts.size(); i++) {
            growth.add(counts.get(i).getOrDefault(name, 0L) - counts.get(i - 1).getOrDefault(name, 0L));
        }
        return growth;
    }

    /// The objects in use of each cache in `/proc/slabinfo`.
    static Map<String, Long> objects(String slabinfo) {
        Map<String, Long> objects = new TreeMap<>();
        slabinfo.lines()
                .filter(line -> !line.startsWith("slabinfo") && !line.startsWith("#"))
                .map(line -> line.split(" +", -1))
                .filter(words -> words.length > 2 && words[1].matches("[0-9]+"))
                .forEach(words -> objects.put(words[0], Long.parseLong(words[1])));
        return objects;
    }
}

package dev.yank.harness.linux;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which kind of action goes together with a bug, counted over programs.
final class Blame {

    private final Map<String, Integer> programs = new TreeMap<>();
    private final Map<String, Map<String, Integer>> shown = new TreeMap<>();

    /// Forgets a bug, because what was blamed for it is drawn rarely from now on.
    void forget(String signature) {
        shown.remove(signature);
    }

    /// Counts a program, judged.
    void count(Sighting sighting) {
        Set<String> kinds = sighting.history().stream()
                .map(Performed::action)
                .filter(ProgramGenerator::canDoWithout)
                .map(ProgramGenerator::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.forEach(kind -> programs.merge(kind, 1, Integer::sum));
        sighting.accusations().forEach(accusation -> {
            Map<String, Integer> counts = shown.computeIfAbsent(accusation.signature(), _ -> new TreeMap<>());
            kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
        });
    }

    /// Of some kinds the one in whose company the bug is most often, if any is.
    Optional<String> kind(String signature, Predicate<String> isAsked) {
        return shown.getOrDefault(signature, Map.of()).entrySet().stream()
                .filter(one -> isAsked.test(one.getKey()))
                .max(Comparator.comparingDouble(
                        one -> (double) one.getValue() * one.getValue() / programs.getOrDefault(one.getKey(), 1)))
                .map(Map.Entry::getKey);
    }
}

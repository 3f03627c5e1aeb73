package dev.yank.harness.linux;

import com.google.errorprone.annotations.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which kinds of actions go together with a bug, counted over programs.
///
/// A bug may have several causes. The blamed kinds are a set that meets each program which showed the bug, chosen
/// greedily: first a kind that is in those programs so much oftener than in all that chance explains it least. What is
/// in every program is never blamed.
final class Blame {

    /// What chance explains so well is blamed only if a small program has it.
    private static final double LEAST_SURPRISE = 1.5;

    private final Map<String, Integer> programs = new TreeMap<>();
    private final Map<String, List<Set<String>>> shown = new TreeMap<>();

    @Var
    private int counted;

    /// Counts a program, judged.
    void count(Sighting sighting) {
        Set<String> kinds = kinds(sighting);
        counted++;
        kinds.forEach(kind -> programs.merge(kind, 1, Integer::sum));
        sighting.accusations()
                .forEach(accusation -> shown.computeIfAbsent(accusation.signature(), _ -> new ArrayList<>())
                        .add(kinds));
    }

    /// The kinds of what was done in a program, but for those that no program is without.
    static Set<String> kinds(Sighting sighting) {
        return ProgramGenerator.kinds(sighting.history().stream().map(Performed::action));
    }

    /// How many of the programs that were counted showed a bug.
    int shown(String signature) {
        return shown.getOrDefault(signature, List.of()).size();
    }

    /// The kinds that are to blame for a bug, as far as can be told by now.
    ///
    /// @param suspects the kinds in a small program that shows it: these are blamed before others
    Set<String> blamed(String signature, Set<String> suspects) {
        Set<String> blamed = new TreeSet<>();
        @Var List<Set<String>> open = shown.getOrDefault(signature, List.of());
        @Var Optional<String> next = likeliest(open, suspects);
        while (next.isPresent()) {
            String kind = next.get();
            blamed.add(kind);
            open = open.stream().filter(kinds -> !kinds.contains(kind)).toList();
            next = likeliest(open, suspects);
        }
        return blamed;
    }

    private Optional<String> likeliest(List<Set<String>> open, Set<String> suspects) {
        Map<String, Long> counts = open.stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        return counts.keySet().stream()
                .filter(kind -> programs.getOrDefault(kind, 0) < counted)
                .filter(kind -> suspects.contains(kind)
                        || surprise(kind, counts.getOrDefault(kind, 0L), open.size()) > LEAST_SURPRISE)
                .max(Comparator.<String, Boolean>comparing(suspects::contains)
                        .thenComparingDouble(kind -> surprise(kind, counts.getOrDefault(kind, 0L), open.size())));
    }

    /// How hard it is to explain by chance that a kind is in so many of some programs: the logarithm of the ratio of
    /// likelihoods, negative if it is in fewer than expected.
    private double surprise(String kind, double of, double all) {
        double seen = of / all;
        double expected = (double) programs.getOrDefault(kind, 0) / counted;
        double information =
                seen * Math.log(seen / expected) + (seen == 1 ? 0 : (1 - seen) * Math.log((1 - seen) / (1 - expected)));
        return seen < expected ? -all * information : all * information;
    }
}

package dev.yank.harness.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Turns the sightings of a trial into groups, each with its evidence.
final class Grouping {

    /// More than these are counted, and not shrunk.
    private static final int MOST_SHRUNK = 12;

    private final Evidence evidence;
    private final boolean shrinksAll;

    Grouping(Evidence evidence, KeepGoing keepGoing, DriverUnderTest driver) {
        this.evidence = evidence;
        this.shrinksAll = keepGoing == KeepGoing.ALWAYS || driver.breaks().isEmpty();
    }

    /// The groups in the order in which they were first seen.
    ///
    /// @param main the sighting that the verdict rests on
    /// @param counterexample what it was shrunk to
    List<FindingGroup> groups(
            SortedMap<Signature, SightingGroup> sightings,
            Optional<Sighting> main,
            Optional<Counterexample> counterexample) {
        List<Map.Entry<Signature, SightingGroup>> order = new ArrayList<>(sightings.entrySet());
        order.sort(Comparator.comparingLong(entry -> entry.getValue().first()));
        List<FindingGroup> groups = new ArrayList<>();
        for (Map.Entry<Signature, SightingGroup> entry : order) {
            Signature signature = entry.getKey();
            SightingGroup group = entry.getValue();
            boolean isMain = main.isPresent() && main.get().signature().equals(signature);
            Optional<Counterexample> shortest = isMain
                    ? counterexample
                    : shrinksAll && groups.size() < MOST_SHRUNK
                            ? Optional.of(evidence.shrinkAlike(group.shortest(), group.first()))
                            : Optional.empty();
            groups.add(new FindingGroup(
                    signature,
                    group.seen(),
                    group.first(),
                    group.fastest().execution(),
                    evidence.unshrunk(group.fastest(), group.first()).token(),
                    shortest));
        }
        return groups;
    }
}

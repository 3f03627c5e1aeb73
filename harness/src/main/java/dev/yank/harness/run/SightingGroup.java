package dev.yank.harness.run;

/// The sightings of one signature, added up; only what must be kept of them is.
///
/// @param seen how many executions showed it
/// @param first the number of the first of them, from 1
/// @param fastest the one that took the fewest executions of its unit
/// @param shortest the one with the fewest operations, and the fewest switches among those
record SightingGroup(long seen, long first, Sighting fastest, Sighting shortest) {

    static SightingGroup of(Sighting only) {
        return new SightingGroup(1, only.execution(), only, only);
    }

    /// Both together; the other came later, after so many executions.
    SightingGroup and(SightingGroup later, long executions) {
        return new SightingGroup(
                seen + later.seen,
                Math.min(first, executions + later.first),
                later.fastest.execution() < fastest.execution() ? later.fastest : fastest,
                later.shortest.isShorterThan(shortest) ? later.shortest : shortest);
    }

    /// The same, after so many executions.
    SightingGroup after(long executions) {
        return new SightingGroup(seen, executions + first, fastest, shortest);
    }
}

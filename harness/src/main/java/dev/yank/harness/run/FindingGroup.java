package dev.yank.harness.run;

import java.util.Optional;

/// Findings that are the same bug as far as can be told.
///
/// @param signature what they have in common
/// @param seen how many executions showed it
/// @param first the number of the first of them, from 1, among those of the driver
/// @param fastest how many executions of one program it took where it took the fewest
/// @param fastestToken replays that one, as it was found
/// @param shortest the smallest counterexample; empty where it was not looked for
public record FindingGroup(
        Signature signature,
        long seen,
        long first,
        long fastest,
        String fastestToken,
        Optional<Counterexample> shortest) {}

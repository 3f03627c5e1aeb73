package dev.yank.harness.coverage;

import dev.yank.model.rule.RuleId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the executions of one driver exercised. The same for a seed and a number of executions, however many
/// workers there were.
///
/// Numbers of distinct things are exact up to [Distinct#CAPACITY] and estimates beyond.
///
/// @param executions how many there were
/// @param histories how many distinct histories they had
/// @param pairs how many distinct orderings of access pairs: which access of which task came right before which
/// conflicting access of another
/// @param lastNewHistory the number of the execution, from 1, that last showed a new history; 0 if none did
/// @param lastNewPair the number of the execution that last showed a new ordering; 0 if none did
/// @param rules the rules that were exercised
/// @param operations which operations met which states of the device
/// @param growth how both numbers grew: at 1, 2, 3, 4, 6, 8, 12, 16… executions and at the end
public record Coverage(
        long executions,
        long histories,
        long pairs,
        long lastNewHistory,
        long lastNewPair,
        SortedMap<RuleId, RuleCoverage> rules,
        OperationStates operations,
        List<GrowthPoint> growth) {

    /// Nothing was executed.
    public static final Coverage NONE =
            new Coverage(0, 0, 0, 0, 0, new TreeMap<>(), new OperationStates(new TreeMap<>()), List.of());

    public Coverage(
            long executions,
            long histories,
            long pairs,
            long lastNewHistory,
            long lastNewPair,
            SortedMap<RuleId, RuleCoverage> rules,
            OperationStates operations,
            List<GrowthPoint> growth) {
        this.executions = executions;
        this.histories = histories;
        this.pairs = pairs;
        this.lastNewHistory = lastNewHistory;
        this.lastNewPair = lastNewPair;
        this.rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
        this.operations = operations;
        this.growth = List.copyOf(growth);
    }
}

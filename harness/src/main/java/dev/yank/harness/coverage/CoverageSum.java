package dev.yank.harness.coverage;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.sim.DeviceState;
import dev.yank.model.rule.Rule;
import dev.yank.model.rule.RuleBook;
import dev.yank.model.rule.RuleId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Adds up the coverage of units, which must come in the order of their numbers.
public final class CoverageSum {

    private static final long FIRST_STRIDE = 2;

    private final Distinct histories = new Distinct(Distinct.CAPACITY);
    private final Distinct pairs = new Distinct(Distinct.CAPACITY);
    private final long[] exercised = new long[Long.SIZE];
    private final SortedMap<String, long[]> operations = new TreeMap<>();
    private final List<GrowthPoint> growth = new ArrayList<>();

    @Var
    private long executions;

    @Var
    private long lastNewHistory;

    @Var
    private long lastNewPair;

    @Var
    private long nextPoint = 1;

    /// Adds a unit.
    public void add(UnitCoverage unit) {
        @Var int history = 0;
        @Var int pair = 0;
        for (int execution = 1; execution <= unit.executions(); execution++) {
            executions++;
            while (history < unit.histories().size() && unit.historyFirst(history) == execution) {
                boolean fresh =
                        histories.add(unit.content(history), unit.histories().bits(history));
                lastNewHistory = fresh ? executions : lastNewHistory;
                history++;
            }
            while (pair < unit.pairs().size() && unit.pairFirst(pair) == execution) {
                boolean fresh = pairs.add(unit.pairs().key(pair), unit.pairs().bits(pair));
                lastNewPair = fresh ? executions : lastNewPair;
                pair++;
            }
            if (executions == nextPoint) {
                growth.add(point());
                nextPoint = after(nextPoint);
            }
        }
        for (int bit = 0; bit < exercised.length; bit++) {
            exercised[bit] += unit.exercised(bit);
        }
        unit.operations().forEach((operation, states) -> add(operation, states));
    }

    private void add(String operation, long[] states) {
        long[] sum = operations.computeIfAbsent(operation, _ -> new long[UnitCoverage.STATES]);
        for (int state = 0; state < sum.length; state++) {
            sum[state] += states[state];
        }
    }

    private GrowthPoint point() {
        return new GrowthPoint(executions, histories.count(), pairs.count());
    }

    /// After a power of two comes one and a half times as many, then the next power of two.
    private static long after(long point) {
        if (point < FIRST_STRIDE) {
            return point + 1;
        }
        long power = Long.highestOneBit(point);
        return power == point ? point + power / 2 : 2 * power;
    }

    /// What was added so far.
    public Coverage sum() {
        List<GrowthPoint> curve = new ArrayList<>(growth);
        if (executions > 0 && (curve.isEmpty() || curve.getLast().executions() != executions)) {
            curve.add(point());
        }
        return new Coverage(
                executions,
                histories.count(),
                pairs.count(),
                lastNewHistory,
                lastNewPair,
                rules(),
                operationStates(),
                curve);
    }

    private SortedMap<RuleId, RuleCoverage> rules() {
        SortedMap<RuleId, RuleCoverage> rules = new TreeMap<>();
        for (Rule rule : RuleBook.rules()) {
            int bit = Long.numberOfTrailingZeros(rule.id().bit());
            if (exercised[bit] > 0) {
                rules.put(rule.id(), new RuleCoverage(exercised[bit], histories.count(bit), pairs.count(bit)));
            }
        }
        return rules;
    }

    private OperationStates operationStates() {
        SortedMap<String, Map<DeviceState, Long>> counts = new TreeMap<>();
        operations.forEach((operation, states) -> {
            Map<DeviceState, Long> row = new EnumMap<>(DeviceState.class);
            for (DeviceState state : DeviceState.values()) {
                if (states[state.ordinal()] > 0) {
                    row.put(state, states[state.ordinal()]);
                }
            }
            counts.put(operation, row);
        });
        return new OperationStates(counts);
    }
}

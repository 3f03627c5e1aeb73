package dev.yank.harness.coverage;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.sim.DeviceLife;
import dev.yank.harness.sim.DeviceState;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Outcome;
import dev.yank.harness.sim.Simulation.Tracing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a few executions of one program exercised, one after the other.
public final class UnitCoverage {

    static final int STATES = DeviceState.values().length;

    private static final int EXECUTIONS_A_PAIRING = 8;

    /// Histories by the number that tells those of one program apart.
    private final KeyTable histories = new KeyTable(64);

    /// The same histories by the number that tells them apart from those of every program.
    @Var
    private long[] contents = new long[64];

    @Var
    private int[] historyFirst = new int[64];

    private final KeyTable pairs = new KeyTable(256);

    @Var
    private int[] pairFirst = new int[256];

    private final long[] exercised = new long[Long.SIZE];
    private final Map<String, long[]> operations = new HashMap<>(); // added up by name, in any order

    @Var
    private @Nullable OperationTable table;

    @Var
    private int executions;

    /// What is to be noted of the next execution. Noting pairs of accesses takes time, so it is done in every
    /// eighth execution only.
    public Tracing tracing() {
        return executions % EXECUTIONS_A_PAIRING == 0 ? Tracing.PAIRS : Tracing.JUDGE_ONLY;
    }

    /// Adds an execution; its outcome must be fresh.
    ///
    /// @param rules the rules that it exercised, as a set of [dev.yank.model.rule.RuleId#bit]s
    public void add(Outcome outcome, long rules) {
        executions++;
        for (@Var long rest = rules; rest != 0; rest &= rest - 1) {
            exercised[Long.numberOfTrailingZeros(rest)]++;
        }
        addHistory(outcome, rules);
        for (int i = 0; i < outcome.accessPairs(); i++) {
            int before = pairs.size();
            int index = pairs.indexOf(outcome.accessPair(i));
            pairs.addBits(index, rules);
            if (index == before) {
                pairFirst = withRoom(pairFirst, index);
                pairFirst[index] = executions;
            }
        }
        addOperations(tableOf(outcome.program()), outcome.history(), outcome.life());
    }

    private void addHistory(Outcome outcome, long rules) {
        int before = histories.size();
        int index = histories.indexOf(outcome.historyFingerprint());
        histories.addBits(index, rules);
        if (index == before) {
            if (index == contents.length) {
                contents = Arrays.copyOf(contents, 2 * index);
            }
            contents[index] = tableOf(outcome.program()).content(outcome);
            historyFirst = withRoom(historyFirst, index);
            historyFirst[index] = executions;
        }
    }

    private static int[] withRoom(int[] numbers, int index) {
        return index < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * index);
    }

    /// The table of the program, which rarely changes from one execution to the next.
    private OperationTable tableOf(Program program) {
        @Var OperationTable current = table;
        if (current == null || !current.isOf(program)) {
            current = new OperationTable(program, operations);
            table = current;
        }
        return current;
    }

    private void addOperations(OperationTable rows, HistoryRecorder history, DeviceLife life) {
        for (int i = 0; i < history.size(); i++) {
            long[] states = rows.states(history, i);
            int first = history.firstPhase(i);
            int last = Math.min(life.phase(), history.lastPhase(i));
            @Var int met = 0;
            for (int phase = first; phase <= last; phase++) {
                int state = life.at(phase).ordinal();
                if ((met >> state & 1) == 0) {
                    met |= 1 << state;
                    states[state]++;
                }
            }
        }
    }

    int executions() {
        return executions;
    }

    KeyTable histories() {
        return histories;
    }

    KeyTable pairs() {
        return pairs;
    }

    long content(int history) {
        return contents[history];
    }

    /// The execution, from 1, that first had that history.
    int historyFirst(int history) {
        return historyFirst[history];
    }

    /// The execution, from 1, in which that pair first occurred.
    int pairFirst(int pair) {
        return pairFirst[pair];
    }

    /// How many executions exercised the rule with that bit.
    long exercised(int bit) {
        return exercised[bit];
    }

    /// By operation, how many met each state.
    Map<String, long[]> operations() {
        return operations;
    }
}

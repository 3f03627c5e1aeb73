package dev.yank.harness.coverage;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.program.Program;
import dev.yank.harness.schedule.SplitMix;
import dev.yank.harness.sim.HistoryRecorder;
import dev.yank.harness.sim.Outcome;
import dev.yank.model.spec.device.DeviceOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is known about the operations of one program beforehand, so that nothing must be looked up for each of an
/// execution.
final class OperationTable {

    private final Program program;
    private final Map<String, long[]> counts;
    private final long[][] contents;
    private final long[][][] states;

    /// @param counts by operation, how many met each state; rows are added where they are missing
    OperationTable(Program program, Map<String, long[]> counts) {
        this.program = program;
        this.counts = counts;
        List<List<DeviceOperation>> lists = new ArrayList<>(program.processes());
        lists.add(program.setUp());
        this.contents = new long[lists.size()][];
        this.states = new long[lists.size()][][];
        for (int process = 0; process < lists.size(); process++) {
            List<DeviceOperation> operations = lists.get(process);
            contents[process] = new long[operations.size()];
            states[process] = new long[operations.size()][];
            for (int position = 0; position < operations.size(); position++) {
                contents[process][position] = content(operations.get(position));
                states[process][position] = row(operations.get(position));
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // equality would cost more than a table
    boolean isOf(Program other) {
        return other == program;
    }

    private static long content(DeviceOperation operation) {
        return SplitMix.mix(
                ((long) operation.f().hashCode() << 32) ^ (operation.value().hashCode() & 0xffff_ffffL));
    }

    private long[] row(DeviceOperation operation) {
        return counts.computeIfAbsent(operation.f(), _ -> new long[UnitCoverage.STATES]);
    }

    /// How many operations like number `index` of a history met each state.
    long[] states(HistoryRecorder history, int index) {
        int process = history.process(index);
        return process < states.length
                ? states[process][history.position(index)]
                : row(history.operation(index)); // of the tear-down
    }

    /// A number that is the same for histories which no process could tell apart, whatever program they are of.
    long content(Outcome outcome) {
        HistoryRecorder history = outcome.history();
        @Var long content = outcome.historyFingerprint();
        int[] before = new int[contents.length];
        for (int i = 0; i < history.size(); i++) {
            int process = history.process(i);
            if (process < contents.length) {
                int place = process << 8 | before[process]++;
                content += SplitMix.mix(contents[process][history.position(i)] + place);
            }
        }
        return SplitMix.mix(content);
    }
}

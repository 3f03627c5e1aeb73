package dev.yank.harness.coverage;

import dev.yank.harness.sim.DeviceState;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which operations met which states of the device. An operation meets every state that the device is in between
/// its invocation and its completion, and counts once for each.
///
/// @param counts by the function of the operation, as histories name it, and by state; what never happened is absent
public record OperationStates(SortedMap<String, Map<DeviceState, Long>> counts) {

    public OperationStates(SortedMap<String, Map<DeviceState, Long>> counts) {
        SortedMap<String, Map<DeviceState, Long>> copy = new TreeMap<>();
        counts.forEach((operation, states) -> copy.put(operation, Collections.unmodifiableMap(new EnumMap<>(states))));
        this.counts = Collections.unmodifiableSortedMap(copy);
    }

    /// How many operations of that function met that state.
    public long count(String operation, DeviceState state) {
        return counts.getOrDefault(operation, Map.of()).getOrDefault(state, 0L);
    }

    /// The operations that occurred, in the order of their names.
    public List<String> operations() {
        return List.copyOf(counts.keySet());
    }

    /// How many pairs of an operation and a state occurred.
    public int cells() {
        return counts.values().stream().mapToInt(Map::size).sum();
    }
}

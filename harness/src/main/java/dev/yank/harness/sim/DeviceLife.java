package dev.yank.harness.sim;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The states that a device went through in one execution, in order: its phases.
public final class DeviceLife {

    @Var
    private DeviceState[] states = new DeviceState[12];

    @Var
    private int phase;

    DeviceLife() {
        Arrays.fill(states, DeviceState.ABSENT);
    }

    void enter(DeviceState state) {
        if (++phase == states.length) {
            states = Arrays.copyOf(states, 2 * phase);
        }
        states[phase] = state;
    }

    /// The number of the phase that it is in, from 0.
    public int phase() {
        return phase;
    }

    /// The state in a phase up to [#phase].
    public DeviceState at(int phase) {
        return states[phase];
    }
}

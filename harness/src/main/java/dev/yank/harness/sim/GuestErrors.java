package dev.yank.harness.sim;

import dev.yank.harness.sim.hardware.HardwareLog;
import dev.yank.model.trace.EventKind;

/// Puts what hardware complains about into the trace.
record GuestErrors(SimulatedMachine machine) implements HardwareLog {
    @Override
    public void guestError(String sentence) {
        machine.emit(EventKind.GUEST_ERROR, 0, 0, sentence);
    }
}

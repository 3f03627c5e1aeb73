package dev.yank.harness.sim;

import dev.yank.harness.sim.hardware.HardwareLog;
import dev.yank.model.trace.EventKind;

/// Puts what hardware complains about into the trace.
record GuestErrors(SimulatedMachine machine) implements HardwareLog {
    @Override
    public void guestError(String sentence) {
        machine.emit(EventKind.GUEST_ERROR, 0, 0, sentence);
    }

    @Override
    public void lie(String sentence) {
        machine.emit(EventKind.LIED, 0, 0, sentence);
    }

    @Override
    public void afterReset(String sentence) {
        machine.emit(EventKind.IO_AFTER_RESET, 0, 0, sentence);
    }
}

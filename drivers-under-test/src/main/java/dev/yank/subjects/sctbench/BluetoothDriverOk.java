package dev.yank.subjects.sctbench;

import dev.yank.harness.kernel.TestSubject;
import dev.yank.harness.kernel.TestSubject.Wrong;

/// [BluetoothDriver], corrected: dispatch counts itself in first and then looks at the flag.
///
/// Tasks: stop, and main, which dispatches.
@TestSubject(
        name = "bluetooth_driver_ok",
        wrong = Wrong.NOTHING,
        source = "S. Qadeer, D. Wu, PLDI 2004",
        summary = "Dispatch counts itself in before it looks at the flag.")
final class BluetoothDriverOk extends BluetoothDriver {

    @Override
    boolean enter() {
        countIn();
        if (isStopping()) {
            leave();
            return false;
        }
        return true;
    }
}

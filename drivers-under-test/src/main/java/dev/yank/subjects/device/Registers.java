package dev.yank.subjects.device;

import static dev.yank.harness.kernel.Bug.BUG_ON;

import com.google.errorprone.annotations.Var;

/// What a device has behind its driver: one register, and power until it is unplugged. Who reaches it after that
/// is wrong.
final class Registers {

    @Var
    private boolean isPowered = true;

    @Var
    private int content;

    void write(int value) {
        BUG_ON(!isPowered);
        content = value;
    }

    int read() {
        BUG_ON(!isPowered);
        return content;
    }

    void powerOff() {
        isPowered = false;
    }
}

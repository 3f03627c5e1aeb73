package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// The simplest device that interrupts: one register that holds what was written, and an interrupt after each
/// write until it is acknowledged.
public final class ScratchRegister implements MmioDevice {

    /// What was written last.
    public static final int DATA = 0x0;

    /// 1 where a write has not been acknowledged; writing 1 acknowledges.
    public static final int STATUS = 0x4;

    private static final int SIZE = 0x10;

    private final InterruptLine line;
    private final HardwareLog log;

    @Var
    private long data;

    @Var
    private boolean raised;

    public ScratchRegister(InterruptLine line, HardwareLog log) {
        this.line = line;
        this.log = log;
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public long read(long offset, int bytes) {
        return switch ((int) offset) {
            case DATA -> data;
            case STATUS -> raised ? 1 : 0;
            default -> {
                log.guestError("The scratch device has no register " + offset + " to read.");
                yield 0;
            }
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        switch ((int) offset) {
            case DATA -> {
                data = value;
                interrupt(true);
            }
            case STATUS -> interrupt(raised && (value & 1) == 0);
            default -> log.guestError("The scratch device has no register " + offset + " to write.");
        }
    }

    private void interrupt(boolean on) {
        if (on && !raised) {
            line.raise();
        } else if (!on && raised) {
            line.lower();
        }
        raised = on;
    }

    @Override
    public List<RegisterValue> registers() {
        return List.of(
                new RegisterValue(DATA, 4, "data", data), new RegisterValue(STATUS, 4, "status", raised ? 1 : 0));
    }

    @Override
    public void reset() {
        data = 0;
        interrupt(false);
    }
}

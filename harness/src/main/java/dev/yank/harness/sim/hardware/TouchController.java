package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// A touch screen controller in the manner of the Cypress CY8CTMA140: where a finger comes down is latched until
/// it is read, and the interrupt line is high as long as something is latched.
///
/// Without power it remembers nothing. Once powered up it scans the panel and finds the fingers that are down.
public final class TouchController {

    /// Which places were touched since the last read; reading clears it. Read only.
    public static final int TOUCHED = 0x00;

    /// The firmware version. Read only.
    public static final int FIRMWARE = 0x48;

    private static final int FIRMWARE_VERSION = 7;

    private final InterruptLine line;
    private final HardwareLog log;

    @Var
    private boolean powered;

    @Var
    private int fingers;

    @Var
    private int latched;

    public TouchController(InterruptLine line, HardwareLog log) {
        this.line = line;
        this.log = log;
    }

    /// The supplies come up, and the fingers that are down are latched, or go down, and what was latched is forgotten.
    ///
    /// @param level 1 for up, 0 for down
    public void power(int level) {
        powered = level == 1;
        latch(powered ? fingers : 0);
    }

    /// A finger comes down on a place, or leaves it.
    ///
    /// @param place 0 to 7
    /// @param level 1 where it comes down
    public void touch(int place, int level) {
        int bit = 1 << place;
        boolean comesDown = level == 1 && (fingers & bit) == 0;
        fingers = level == 1 ? fingers | bit : fingers & ~bit;
        if (comesDown && powered) {
            latch(latched | bit);
        }
    }

    /// Reads a register over the bus.
    public int read(int register) {
        return switch (register) {
            case TOUCHED -> takeLatched();
            case FIRMWARE -> FIRMWARE_VERSION;
            default -> {
                log.guestError("The touch controller has no register " + register + ".");
                yield 0;
            }
        };
    }

    /// What the registers hold, for whoever draws the execution; nothing is cleared. Empty without power.
    public List<RegisterValue> registers() {
        return powered
                ? List.of(
                        new RegisterValue(TOUCHED, 1, "touched", latched),
                        new RegisterValue(FIRMWARE, 1, "firmware version", FIRMWARE_VERSION))
                : List.of();
    }

    private int takeLatched() {
        int touched = latched;
        latch(0);
        return touched;
    }

    private void latch(int bits) {
        boolean before = latched != 0;
        latched = bits;
        if (!before && bits != 0) {
            line.raise();
        } else if (before && bits == 0) {
            line.lower();
        }
    }
}

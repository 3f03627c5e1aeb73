package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// The ARM PrimeCell GPIO (PL061): eight lines, each an input or an output, and one interrupt for all of
/// them.
///
/// | offset | register | access | meaning |
/// |---|---|---|---|
/// | 0x000 to 0x3fc | GPIODATA | read, write | bits 9 to 2 of the offset are a mask over the lines |
/// | 0x400 | GPIODIR | read, write | 1 output |
/// | 0x404 | GPIOIS | read, write | 1 level, 0 edge |
/// | 0x408 | GPIOIBE | read, write | 1 both edges |
/// | 0x40c | GPIOIEV | read, write | 1 rising or high, 0 falling or low |
/// | 0x410 | GPIOIE | read, write | 1 enabled |
/// | 0x414 | GPIORIS | read | raw status |
/// | 0x418 | GPIOMIS | read | raw status of enabled lines |
/// | 0x41c | GPIOIC | write | 1 clears |
/// | 0x420 | GPIOAFSEL | read, write | stored; this model has no alternate function |
/// | 0xfd0 to 0xffc | identification | read | one byte a word |
///
/// Accesses are one or four bytes wide at a multiple of four. Anything else, a reserved offset, a read of a
/// register that can only be written, and the reverse, is told to the [HardwareLog], reads 0 and writes
/// nothing.
///
/// Data register and pads are one: the bit of an input is the level at its pad, the bit of an output what was
/// last written, or the level at the time when the line became an output. An input is at the level that the
/// outside drives, else at that of its resistor, else where it was. A line that returns to being an input is
/// compared with what it was when last an input; whatever it did as an output is no edge.
///
/// Sources: QEMU hw/gpio/pl061.c (2024 tree); ARM PrimeCell GPIO (PL061) TRM, DDI 0190B, by way of Linux
/// drivers/gpio/gpio-pl061.c, 2021. Different from QEMU: a resistor shows in the data register, and the
/// outside keeps driving a line while it is an output.
public final class Pl061 implements MmioDevice {
    /// The size of the register region in bytes.
    public static final int SIZE = 0x1000;

    /// The number of lines.
    public static final int LINES = 8;

    private static final int ALL_LINES = 0xff;
    private static final int CELL_ID = 0xb105_f00d;
    private static final int BAD = -1;

    private final LevelMode levelMode;
    private final int peripheralId;
    private final int pullUps;
    private final int pulled;
    private final SwitchedLine interrupt;
    private final HardwareLog log;

    /* The registers. `latch` holds edges, and in QEMU mode also the levels that were seen. */
    @Var
    private int data;

    @Var
    private int dir;

    @Var
    private int is;

    @Var
    private int ibe;

    @Var
    private int iev;

    @Var
    private int ie;

    @Var
    private int latch;

    @Var
    private int afsel;

    /* What each line was when the edge detector last looked at it as an input. */
    @Var
    private int sampled;

    /* The outside world: which lines it drives, and to what. */
    @Var
    private int driven;

    @Var
    private int drivenLevels;

    /// A PL061 after reset, with nobody driving its lines.
    ///
    /// @param interrupt GPIOINTR
    public Pl061(Pl061Wiring wiring, InterruptLine interrupt, HardwareLog log) {
        this.levelMode = wiring.levelMode();
        this.peripheralId = wiring.revision().peripheralId();
        this.pullUps = wiring.pullUps();
        this.pulled = wiring.pullUps() | wiring.pullDowns();
        this.interrupt = new SwitchedLine(interrupt);
        this.log = log;
        reset();
    }

    @Override
    public long size() {
        return SIZE;
    }

    @Override
    public void reset() {
        dir = 0;
        is = 0;
        ibe = 0;
        iev = 0;
        ie = 0;
        latch = 0;
        afsel = 0;
        data = 0;
        data = inputLevels();
        sampled = data;
        interrupt.set(false);
    }

    @Override
    public long read(long offset, int bytes) {
        int register = decode(offset, bytes);
        if (register == BAD) {
            reportShape("answered 0 to a read", offset, bytes);
            return 0;
        }
        if (register < 0x400) {
            return data & (register >> 2);
        }
        return switch (register) {
            case 0x400 -> dir;
            case 0x404 -> is;
            case 0x408 -> ibe;
            case 0x40c -> iev;
            case 0x410 -> ie;
            case 0x414 -> rawStatus();
            case 0x418 -> rawStatus() & ie;
            case 0x41c -> answeredZero("GPIOIC, which can only be written", register);
            case 0x420 -> afsel;
            default -> identification(register);
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        int register = decode(offset, bytes);
        if (register == BAD) {
            reportShape("dropped a write", offset, bytes);
            return;
        }
        int bits = (int) value & ALL_LINES;
        if (register < 0x400) {
            int mask = (register >> 2) & dir;
            data = (data & ~mask) | (bits & mask);
        } else {
            writeControl(register, bits);
        }
        settle();
    }

    @Override
    public List<RegisterValue> registers() {
        return List.of(
                new RegisterValue(0x000, 0x400, "GPIODATA", data),
                new RegisterValue(0x400, 4, "GPIODIR", dir),
                new RegisterValue(0x404, 4, "GPIOIS", is),
                new RegisterValue(0x408, 4, "GPIOIBE", ibe),
                new RegisterValue(0x40c, 4, "GPIOIEV", iev),
                new RegisterValue(0x410, 4, "GPIOIE", ie),
                new RegisterValue(0x414, 4, "GPIORIS", rawStatus()),
                new RegisterValue(0x418, 4, "GPIOMIS", rawStatus() & ie),
                new RegisterValue(0x420, 4, "GPIOAFSEL", afsel));
    }

    private void writeControl(int register, int bits) {
        switch (register) {
            case 0x400 -> dir = bits;
            case 0x404 -> is = bits;
            case 0x408 -> ibe = bits;
            case 0x40c -> iev = bits;
            case 0x410 -> ie = bits;
            case 0x41c -> latch &= ~bits;
            case 0x420 -> afsel = bits;
            case 0x414, 0x418 -> dropped("a status register, which can only be read", register);
            default -> reportUnwritable(register);
        }
    }

    /// The outside drives a line, until [#release]. While the line is an output the level waits, without
    /// effect.
    ///
    /// @param line 0 to 7
    /// @param level 0 or 1
    public void drive(int line, int level) {
        int bit = bitOf(line);
        if ((level & ~1) != 0) {
            throw new IllegalArgumentException(
                    "Line %d of a PL061 cannot be driven to %d: a level is 0 or 1.".formatted(line, level));
        }
        driven |= bit;
        drivenLevels = (drivenLevels & ~bit) | (level << line);
        settle();
    }

    /// The outside stops driving a line: as an input it goes where its resistor pulls it, or stays where it
    /// is if it floats.
    ///
    /// @param line 0 to 7
    public void release(int line) {
        int bit = bitOf(line);
        driven &= ~bit;
        drivenLevels &= ~bit;
        settle();
    }

    /// The level at the pad of a line, 0 or 1, whoever makes it.
    ///
    /// @param line 0 to 7
    public int pad(int line) {
        return (data & bitOf(line)) >> line;
    }

    /// The levels at all pads, line 0 in bit 0.
    public int pads() {
        return data;
    }

    /* Takes in whatever has changed: input levels first, then edges, then levels, then the interrupt line. */
    private void settle() {
        data = (data & dir) | (inputLevels() & ~dir);
        int changed = (data ^ sampled) & ~dir;
        sampled ^= changed;
        latch |= changed & ~is & (ibe | asSelected());
        if (levelMode == LevelMode.QEMU) {
            latch |= asSelected() & is;
        }
        interrupt.set((rawStatus() & ie) != 0);
    }

    private int inputLevels() {
        int resistors = (pullUps & ~driven) | (data & ~driven & ~pulled);
        return drivenLevels | resistors;
    }

    private int asSelected() {
        return ~(data ^ iev) & ALL_LINES;
    }

    private int rawStatus() {
        return switch (levelMode) {
            case HARDWARE -> (latch & ~is) | (asSelected() & is & ~dir);
            case QEMU -> latch;
        };
    }

    private long identification(int register) {
        int shift = (register & 0xc) << 1;
        return switch (register & ~0xf) {
            case 0xfd0 -> 0;
            case 0xfe0 -> (peripheralId >>> shift) & 0xff;
            case 0xff0 -> (CELL_ID >>> shift) & 0xff;
            default -> answeredZero("a reserved register", register);
        };
    }

    private static int decode(long offset, int bytes) {
        boolean inside = offset >= 0 && offset < SIZE && (offset & 3) == 0;
        return inside && (bytes == 1 || bytes == 4) ? (int) offset : BAD;
    }

    private static int bitOf(int line) {
        if (line < 0 || line >= LINES) {
            throw new IllegalArgumentException("A PL061 has no line %d: lines are 0 to 7.".formatted(line));
        }
        return 1 << line;
    }

    private void reportUnwritable(int register) {
        dropped(register >= 0xfd0 ? "an identification register" : "a reserved register", register);
    }

    private long answeredZero(String what, int register) {
        log.guestError("A PL061 answered 0 to a read at 0x%03x: this is %s.".formatted(register, what));
        return 0;
    }

    private void dropped(String what, int register) {
        log.guestError("A PL061 dropped a write at 0x%03x: this is %s.".formatted(register, what));
    }

    private void reportShape(String access, long offset, int bytes) {
        log.guestError("A PL061 %s of %d bytes at 0x%x: it takes 1 or 4 bytes at a multiple of 4 below 0x1000."
                .formatted(access, bytes, offset));
    }
}

package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The PL061 once more, one line at a time and with a truth value for everything: what [Pl061] is compared
/// with.
final class BitByBitPl061 {
    private enum Outside {
        HIGH,
        LOW,
        ABSENT
    }

    private enum Resistor {
        UP,
        DOWN,
        NONE
    }

    private enum Flag {
        OUTPUT,
        LEVEL,
        BOTH_EDGES,
        ACTIVE_HIGH,
        ENABLED,
        ALTERNATE
    }

    private static final Map<Integer, Flag> FLAG_REGISTERS = Map.of(
            0x400, Flag.OUTPUT,
            0x404, Flag.LEVEL,
            0x408, Flag.BOTH_EDGES,
            0x40c, Flag.ACTIVE_HIGH,
            0x410, Flag.ENABLED,
            0x420, Flag.ALTERNATE);

    private final class Line {
        private final Resistor resistor;
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);

        @Var
        private Outside outside = Outside.ABSENT;

        @Var
        private boolean high;

        @Var
        private boolean highAsInput;

        @Var
        private boolean remembered;

        Line(Resistor resistor) {
            this.resistor = resistor;
        }

        boolean is(Flag flag) {
            return flags.contains(flag);
        }

        void set(Flag flag, boolean bit) {
            if (bit) {
                flags.add(flag);
            } else {
                flags.remove(flag);
            }
        }

        void reset() {
            flags.clear();
            high = false;
            remembered = false;
            followTheOutside();
            highAsInput = high;
        }

        void followTheOutside() {
            if (outside == Outside.HIGH) {
                high = true;
            } else if (outside == Outside.LOW) {
                high = false;
            } else if (resistor == Resistor.UP) {
                high = true;
            } else if (resistor == Resistor.DOWN) {
                high = false;
            }
        }

        void look() {
            if (!is(Flag.OUTPUT)) {
                followTheOutside();
                if (high != highAsInput) {
                    edge();
                }
                highAsInput = high;
            }
            if (mode == LevelMode.QEMU && is(Flag.LEVEL) && high == is(Flag.ACTIVE_HIGH)) {
                remembered = true;
            }
        }

        private void edge() {
            if (!is(Flag.LEVEL) && (is(Flag.BOTH_EDGES) || high == is(Flag.ACTIVE_HIGH))) {
                remembered = true;
            }
        }

        boolean raw() {
            if (mode == LevelMode.QEMU || !is(Flag.LEVEL)) {
                return remembered;
            }
            return !is(Flag.OUTPUT) && high == is(Flag.ACTIVE_HIGH);
        }
    }

    private final LevelMode mode;
    private final int[] identification;
    private final Line[] lines = new Line[8];

    @Var
    private int complaints;

    BitByBitPl061(Pl061Wiring wiring) {
        mode = wiring.levelMode();
        int third = wiring.revision() == Pl061Revision.REVISION_0 ? 0x04 : 0x14;
        identification = new int[] {0, 0, 0, 0, 0x61, 0x10, third, 0, 0x0d, 0xf0, 0x05, 0xb1};
        for (int i = 0; i < 8; i++) {
            boolean up = (wiring.pullUps() >> i) % 2 == 1;
            boolean down = (wiring.pullDowns() >> i) % 2 == 1;
            lines[i] = new Line(up ? Resistor.UP : down ? Resistor.DOWN : Resistor.NONE);
        }
        reset();
    }

    void reset() {
        for (Line line : lines) {
            line.reset();
        }
    }

    void drive(int number, int level) {
        lines[number].outside = level == 1 ? Outside.HIGH : Outside.LOW;
        look();
    }

    void release(int number) {
        lines[number].outside = Outside.ABSENT;
        look();
    }

    int pad(int number) {
        return lines[number].high ? 1 : 0;
    }

    boolean interrupt() {
        return IntStream.range(0, 8).anyMatch(i -> lines[i].raw() && lines[i].is(Flag.ENABLED));
    }

    int complaints() {
        return complaints;
    }

    long read(int offset, int bytes) {
        if (misshapen(offset, bytes)) {
            return complain();
        }
        if (offset >= 0xfd0) {
            return identification[(offset - 0xfd0) / 4];
        }
        if (offset >= 0x400 && !FLAG_REGISTERS.containsKey(offset) && offset != 0x414 && offset != 0x418) {
            return complain();
        }
        @Var long answer = 0;
        for (int i = 0; i < 8; i++) {
            if (shows(lines[i], i, offset)) {
                answer += 1L << i;
            }
        }
        return answer;
    }

    private static boolean shows(Line line, int number, int offset) {
        if (offset < 0x400) {
            return line.high && offset / 4 / (1 << number) % 2 == 1;
        }
        if (offset == 0x414) {
            return line.raw();
        }
        Flag flag = FLAG_REGISTERS.get(offset);
        return flag == null ? line.raw() && line.is(Flag.ENABLED) : line.is(flag);
    }

    void write(int offset, int bytes, int value) {
        if (misshapen(offset, bytes) || (offset >= 0x400 && offset != 0x41c && !FLAG_REGISTERS.containsKey(offset))) {
            complain();
            return;
        }
        for (int i = 0; i < 8; i++) {
            take(lines[i], i, offset, ((value >> i) & 1) == 1);
        }
        look();
    }

    private static void take(Line line, int number, int offset, boolean bit) {
        Flag flag = FLAG_REGISTERS.get(offset);
        if (flag != null) {
            line.set(flag, bit);
        } else if (offset == 0x41c) {
            line.remembered = line.remembered && !bit;
        } else if (line.is(Flag.OUTPUT) && offset / 4 / (1 << number) % 2 == 1) {
            line.high = bit;
        }
    }

    private void look() {
        for (Line line : lines) {
            line.look();
        }
    }

    private long complain() {
        complaints++;
        return 0;
    }

    private static boolean misshapen(int offset, int bytes) {
        return offset % 4 != 0 || offset < 0 || offset > 0xffc || bytes == 2 || bytes == 8;
    }
}

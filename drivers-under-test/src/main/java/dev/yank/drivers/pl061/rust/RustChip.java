package dev.yank.drivers.pl061.rust;

import static dev.yank.drivers.pl061.Pl061Registers.ALL_LINES;
import static dev.yank.drivers.pl061.Pl061Registers.GPIODIR;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIBE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIC;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIEV;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIS;
import static dev.yank.drivers.pl061.Pl061Registers.GPIO_NR;
import static dev.yank.drivers.pl061.Pl061Registers.bit;
import static dev.yank.drivers.pl061.Pl061Registers.gpiodata;
import static dev.yank.harness.kernel.Iomem.readb;
import static dev.yank.harness.kernel.Iomem.writeb;

import dev.yank.drivers.pl061.GpioChip;
import dev.yank.drivers.pl061.SavedRegisters;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;

/// `impl gpio::Chip for PL061Device` and its irq chip: each takes the lock, then asks for the resources. What
/// can fail answers `ENXIO` without them; what cannot does nothing.
///
/// `get` and `set` take the lock as well, and a suspended chip is resumed by whoever changes a line, for the
/// reasons given in `dev.yank.drivers.pl061.Pl061`.
///
/// Source: `drivers/gpio/gpio_pl061_rust.rs`, Rust for Linux, W. Almeida Filho, 2021.
record RustChip(DeviceData data) implements GpioChip {

    private interface Registers {
        int use(Iomem base);
    }

    private int locked(Registers registers) {
        try (var inner = data.inner.lock_irqdisable();
                var pl061 = data.resources()) {
            if (pl061 == null) {
                return -Errno.ENXIO;
            }
            Iomem base = pl061.get().base();
            wake(inner.get(), base);
            return registers.use(base);
        }
    }

    @Override
    public int direction_input(int offset) {
        return locked(base -> {
            input(base, offset);
            return 0;
        });
    }

    @Override
    public int direction_output(int offset, int value) {
        return locked(base -> {
            output(base, offset, value);
            return 0;
        });
    }

    @Override
    public int get(int offset) {
        return locked(base -> readb(base, gpiodata(offset)) == 0 ? 0 : 1);
    }

    @Override
    public void set(int offset, int value) {
        locked(base -> {
            writeb(value << offset, base, gpiodata(offset));
            return 0;
        });
    }

    @Override
    public void irq_startup() {
        locked(base -> {
            writeb(0, base, GPIOIS);
            writeb(0, base, GPIOIBE);
            writeb(ALL_LINES, base, GPIOIEV);
            writeb(ALL_LINES, base, GPIOIC);
            writeb(ALL_LINES, base, GPIOIE);
            return 0;
        });
    }

    @Override
    public void irq_mask(int offset) {
        locked(base -> {
            writeb(readb(base, GPIOIE) & ~bit(offset), base, GPIOIE);
            return 0;
        });
    }

    @Override
    public void irq_unmask(int offset) {
        locked(base -> {
            writeb(readb(base, GPIOIE) | bit(offset), base, GPIOIE);
            return 0;
        });
    }

    @Override
    public void irq_ack(int offset) {
        locked(base -> {
            writeb(bit(offset), base, GPIOIC);
            return 0;
        });
    }

    int suspend() {
        try (var inner = data.inner.lock();
                var pl061 = data.resources()) {
            if (pl061 == null) {
                return -Errno.ENXIO;
            }
            Iomem base = pl061.get().base();
            int dir = readb(base, GPIODIR);
            int levels = readb(base, ALL_LINES << 2) & dir;
            inner.get().csave = new SavedRegisters(
                    levels, dir, readb(base, GPIOIS), readb(base, GPIOIBE), readb(base, GPIOIEV), readb(base, GPIOIE));
            return 0;
        }
    }

    int resume() {
        return locked(_ -> 0);
    }

    private static void input(Iomem base, int offset) {
        writeb(readb(base, GPIODIR) & ~bit(offset), base, GPIODIR);
    }

    private static void output(Iomem base, int offset, int value) {
        writeb(value << offset, base, gpiodata(offset));
        writeb(readb(base, GPIODIR) | bit(offset), base, GPIODIR);
        // The chip does not take values for inputs: once more.
        writeb(value << offset, base, gpiodata(offset));
    }

    private static void wake(DeviceData.Inner inner, Iomem base) {
        SavedRegisters saved = inner.csave;
        if (saved == null) {
            return;
        }
        inner.csave = null;
        for (int offset = 0; offset < GPIO_NR; offset++) {
            if ((saved.dir() & bit(offset)) == 0) {
                input(base, offset);
            } else {
                output(base, offset, (saved.data() >> offset) & 1);
            }
        }
        writeb(saved.is(), base, GPIOIS);
        writeb(saved.ibe(), base, GPIOIBE);
        writeb(saved.iev(), base, GPIOIEV);
        writeb(saved.ie(), base, GPIOIE);
    }
}

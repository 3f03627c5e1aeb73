package dev.yank.drivers.pl061;

import static dev.yank.drivers.pl061.Pl061Registers.ALL_LINES;
import static dev.yank.drivers.pl061.Pl061Registers.GPIODIR;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIBE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIC;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIE;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIEV;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOIS;
import static dev.yank.drivers.pl061.Pl061Registers.GPIOMIS;
import static dev.yank.drivers.pl061.Pl061Registers.GPIO_NR;
import static dev.yank.drivers.pl061.Pl061Registers.bit;
import static dev.yank.drivers.pl061.Pl061Registers.gpiodata;
import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Iomem.readb;
import static dev.yank.harness.kernel.Iomem.writeb;
import static dev.yank.harness.kernel.Spinlock.raw_spin_lock_irqsave;
import static dev.yank.harness.kernel.Spinlock.raw_spin_unlock_irqrestore;
import static dev.yank.harness.kernel.Spinlock.spin_lock_init;

import com.google.errorprone.annotations.Var;
import dev.yank.harness.kernel.AmbaDevice;
import dev.yank.harness.kernel.Errno;
import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.IrqHandler;
import dev.yank.harness.kernel.Spinlock;
import org.jspecify.annotations.Nullable;

/// `struct pl061` and the callbacks of its gpio_chip and irq_chip.
///
/// Two things differ from the original. `get` and `set` take the lock, because programs here may read a line
/// between the three writes of `direction_output`. And whoever changes a line of a suspended chip resumes it
/// first, because programs are not frozen here while the device is suspended.
///
/// Source: `drivers/gpio/gpio-pl061.c`, Linux kernel, B. Song, 2010-2024.
@SuppressWarnings("NullAway.Init") // probe maps the registers before anybody else sees the chip
public final class Pl061 implements GpioChip {

    /// Who is told of a rising edge.
    public interface EdgeHandler {
        void edge(int line);
    }

    private final Spinlock lock = new Spinlock();

    @Var
    private Iomem base;

    @Var
    private @Nullable SavedRegisters csave_regs;

    /// Maps the registers and silences the chip.
    ///
    /// @return 0 or a negative errno
    public static int pl061_init(Pl061 pl061, AmbaDevice adev) {
        Iomem base = devm_ioremap_resource(adev.dev(), adev.res());
        if (base == null) {
            return -Errno.ENOMEM;
        }
        pl061.base = base;
        spin_lock_init(pl061.lock);
        writeb(0, base, GPIOIE);
        return adev.irq() < 0 ? -Errno.ENODEV : 0;
    }

    @Override
    public void irq_startup() {
        raw_spin_lock_irqsave(lock);
        writeb(0, base, GPIOIS);
        writeb(0, base, GPIOIBE);
        writeb(ALL_LINES, base, GPIOIEV);
        writeb(ALL_LINES, base, GPIOIC);
        writeb(ALL_LINES, base, GPIOIE);
        raw_spin_unlock_irqrestore(lock);
    }

    @Override
    public int direction_input(int offset) {
        raw_spin_lock_irqsave(lock);
        wake();
        input(offset);
        raw_spin_unlock_irqrestore(lock);
        return 0;
    }

    @Override
    public int direction_output(int offset, int value) {
        raw_spin_lock_irqsave(lock);
        wake();
        output(offset, value);
        raw_spin_unlock_irqrestore(lock);
        return 0;
    }

    @Override
    public int get(int offset) {
        raw_spin_lock_irqsave(lock);
        int value = readb(base, gpiodata(offset)) == 0 ? 0 : 1;
        raw_spin_unlock_irqrestore(lock);
        return value;
    }

    @Override
    public void set(int offset, int value) {
        raw_spin_lock_irqsave(lock);
        wake();
        writeb(value << offset, base, gpiodata(offset));
        raw_spin_unlock_irqrestore(lock);
    }

    @Override
    public void irq_mask(int offset) {
        raw_spin_lock_irqsave(lock);
        wake();
        writeb(readb(base, GPIOIE) & ~bit(offset), base, GPIOIE);
        raw_spin_unlock_irqrestore(lock);
    }

    @Override
    public void irq_unmask(int offset) {
        raw_spin_lock_irqsave(lock);
        wake();
        writeb(readb(base, GPIOIE) | bit(offset), base, GPIOIE);
        raw_spin_unlock_irqrestore(lock);
    }

    @Override
    public void irq_ack(int offset) {
        raw_spin_lock_irqsave(lock);
        writeb(bit(offset), base, GPIOIC);
        raw_spin_unlock_irqrestore(lock);
    }

    public static int pl061_irq_handler(Pl061 pl061, EdgeHandler handler) {
        int pending = readb(pl061.base, GPIOMIS);
        for (@Var int rest = pending; rest != 0; rest &= rest - 1) {
            int offset = Integer.numberOfTrailingZeros(rest);
            writeb(bit(offset), pl061.base, GPIOIC);
            handler.edge(offset);
        }
        return pending == 0 ? IrqHandler.IRQ_NONE : IrqHandler.IRQ_HANDLED;
    }

    public static int pl061_suspend(Pl061 pl061) {
        raw_spin_lock_irqsave(pl061.lock);
        pl061.csave_regs = pl061.save();
        raw_spin_unlock_irqrestore(pl061.lock);
        return 0;
    }

    public static int pl061_resume(Pl061 pl061) {
        raw_spin_lock_irqsave(pl061.lock);
        pl061.wake();
        raw_spin_unlock_irqrestore(pl061.lock);
        return 0;
    }

    private void input(int offset) {
        writeb(readb(base, GPIODIR) & ~bit(offset), base, GPIODIR);
    }

    /// The value is written before, where the line is an output already, and once more after, because the
    /// chip does not take values for inputs.
    private void output(int offset, int value) {
        writeb(value << offset, base, gpiodata(offset));
        writeb(readb(base, GPIODIR) | bit(offset), base, GPIODIR);
        writeb(value << offset, base, gpiodata(offset));
    }

    private SavedRegisters save() {
        int dir = readb(base, GPIODIR);
        int data = readb(base, ALL_LINES << 2) & dir;
        return new SavedRegisters(
                data, dir, readb(base, GPIOIS), readb(base, GPIOIBE), readb(base, GPIOIEV), readb(base, GPIOIE));
    }

    private void wake() {
        SavedRegisters saved = csave_regs;
        if (saved == null) {
            return;
        }
        csave_regs = null;
        for (int offset = 0; offset < GPIO_NR; offset++) {
            if ((saved.dir() & bit(offset)) == 0) {
                input(offset);
            } else {
                output(offset, (saved.data() >> offset) & 1);
            }
        }
        writeb(saved.is(), base, GPIOIS);
        writeb(saved.ibe(), base, GPIOIBE);
        writeb(saved.iev(), base, GPIOIEV);
        writeb(saved.ie(), base, GPIOIE);
    }
}

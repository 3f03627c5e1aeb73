package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// The educational PCI device of QEMU, 1234:11e8: a factorial unit, an interrupt register and a DMA engine
/// behind one memory region of 1 MiB, base address register 0.
///
/// | offset | access | meaning |
/// |---|---|---|
/// | 0x00 | read | identification, 0x010000ed |
/// | 0x04 | read, write | reads the complement of what was written |
/// | 0x08 | read, write | a number, then its factorial modulo 2 to the 32; writes are ignored while computing |
/// | 0x20 | read, write | bit 0 computing (read only), bit 7 interrupt 0x1 when done |
/// | 0x24 | read | interrupt status |
/// | 0x60 | write | sets bits of the interrupt status, and interrupts if any is set |
/// | 0x64 | write | clears bits of the interrupt status; the pin is released when none is left |
/// | 0x80, 0x88, 0x90 | read, write | DMA source, destination, count; writes are ignored while a transfer runs |
/// | 0x98 | read, write | DMA command: 1 run, 2 from the device to memory, 4 interrupt 0x100 at the end |
///
/// Accesses are four bytes wide below 0x80, four or eight from there on. Others, undefined offsets, writes to
/// what can only be read and the reverse read all ones or write nothing, and are told to the [HardwareLog];
/// so are accesses while memory decoding is off.
///
/// A transfer is between memory and the buffer of 4096 bytes that the device sees at 0x40000; software cannot
/// reach the buffer otherwise. A transfer that does not lie in the buffer, that memory refuses, or that ends
/// while bus mastering is off is reported and moves nothing; the command ends all the same.
///
/// With MSI enabled each interrupt is one message, which needs bus mastering; else the pin is high until the
/// status is 0, unless the command register disables it.
///
/// [#unplug] takes the device out at any moment: from then on configuration space and registers read all
/// ones, writes are dropped, nothing in flight ever completes, and there are no interrupts. None of this is
/// reported, for software cannot know.
///
/// Sources: QEMU docs/specs/edu.rst; QEMU hw/misc/edu.c (2025 tree). Different from QEMU: an out-of-range
/// transfer is not performed, and a reset exists.
public final class PciEdu implements MmioDevice {
    /// The size of the memory region in bytes: 1 MiB.
    public static final int SIZE = 1 << 20;

    /// How long a transfer takes, in nanoseconds of virtual time: 100 ms.
    public static final long DMA_NANOS = 100_000_000;

    /// How long a factorial takes, in nanoseconds of virtual time: 1 ms, this model's choice.
    public static final long FACTORIAL_NANOS = 1_000_000;

    /// Bit of the interrupt status: a factorial is done.
    public static final int FACTORIAL_DONE = 0x1;

    /// Bit of the interrupt status: a transfer has ended.
    public static final int DMA_DONE = 0x100;

    private static final int IDENTIFICATION = 0x0100_00ed;
    private static final int COMPUTING = 0x01;
    private static final int INTERRUPT_WHEN_COMPUTED = 0x80;
    private static final PciIdentity IDENTITY = new PciIdentity(0x1234, 0x11e8, 0x10, 0x00_ff00, 0x1af4, 0x1100, 1);

    private final DeviceClock clock;
    private final SwitchedLine pin;
    private final MessageInterrupt messages;
    private final HardwareLog log;
    private final PciConfigSpace config;
    private final EduDma dma;
    private final Runnable computed = this::finishFactorial;
    private final Runnable transferred = this::finishTransfer;

    @Var
    private boolean plugged = true;

    @Var
    private int liveness;

    @Var
    private int factorial;

    @Var
    private int status;

    @Var
    private int interruptStatus;

    @Var
    private int computingToken;

    @Var
    private int transferToken;

    /// A device in its slot, after reset.
    ///
    /// @param intx the interrupt pin
    /// @param messages where MSI messages go
    public PciEdu(
            DeviceClock clock, SystemMemory memory, InterruptLine intx, MessageInterrupt messages, HardwareLog log) {
        this.clock = clock;
        this.pin = new SwitchedLine(intx);
        this.messages = messages;
        this.log = log;
        this.config = new PciConfigSpace(IDENTITY, List.of(new MemoryBar(0, SIZE)), this::configWritten, log);
        this.dma = new EduDma(config, memory, log);
    }

    /// The configuration space; it knows by itself whether the device is in its slot.
    public PciConfigSpace config() {
        return config;
    }

    /// Whether the device is in its slot.
    public boolean plugged() {
        return plugged;
    }

    @Override
    public long size() {
        return SIZE;
    }

    /// Returns registers, buffer and configuration space to their reset values, stops what is in flight, and
    /// lowers the pin. A device that is out of its slot stays out.
    @Override
    public void reset() {
        clear();
        config.reset();
    }

    /// Takes the device out of its slot, whatever it was doing.
    ///
    /// @throws IllegalStateException if it is out already
    public void unplug() {
        if (!plugged) {
            throw new IllegalStateException("The edu device is out of its slot already: ask plugged() first.");
        }
        plugged = false;
        clear();
        config.leaveSlot();
    }

    /// Puts a new device of this kind into the slot; it remembers nothing of the one before.
    ///
    /// @throws IllegalStateException if one is in
    public void plug() {
        if (plugged) {
            throw new IllegalStateException("The slot holds an edu device already: unplug it first.");
        }
        plugged = true;
        config.enterSlot();
    }

    private void clear() {
        if ((status & COMPUTING) != 0) {
            clock.cancel(computingToken);
        }
        if (dma.running()) {
            clock.cancel(transferToken);
        }
        liveness = 0;
        factorial = 0;
        status = 0;
        interruptStatus = 0;
        dma.reset();
        pin.set(false);
    }

    @Override
    public long read(long offset, int bytes) {
        if (!plugged || !accepts("read", offset, bytes)) {
            return AllOnes.inWidth(bytes);
        }
        return switch ((int) offset) {
            case 0x00 -> IDENTIFICATION;
            case 0x04 -> Integer.toUnsignedLong(liveness);
            case 0x08 -> Integer.toUnsignedLong(factorial);
            case 0x20 -> Integer.toUnsignedLong(status);
            case 0x24 -> Integer.toUnsignedLong(interruptStatus);
            case 0x80 -> dma.source() & AllOnes.inWidth(bytes);
            case 0x88 -> dma.destination() & AllOnes.inWidth(bytes);
            case 0x90 -> dma.count() & AllOnes.inWidth(bytes);
            case 0x98 -> dma.command() & AllOnes.inWidth(bytes);
            default -> unreadable(offset, bytes);
        };
    }

    @Override
    public void write(long offset, int bytes, long value) {
        if (!plugged || !accepts("write", offset, bytes)) {
            return;
        }
        long bits = value & AllOnes.inWidth(bytes);
        switch ((int) offset) {
            case 0x04 -> liveness = (int) ~bits;
            case 0x08 -> startFactorial((int) bits);
            case 0x20 -> status = (status & COMPUTING) | ((int) bits & INTERRUPT_WHEN_COMPUTED);
            case 0x60 -> interrupt((int) bits);
            case 0x64 -> acknowledge((int) bits);
            case 0x80 -> dma.setSource(bits);
            case 0x88 -> dma.setDestination(bits);
            case 0x90 -> dma.setCount(bits);
            case 0x98 -> startTransfer(bits);
            default -> refuse("write", offset, "nothing can be written there");
        }
    }

    @Override
    public List<RegisterValue> registers() {
        if (!plugged) {
            return List.of();
        }
        return List.of(
                new RegisterValue(0x04, 4, "liveness check", Integer.toUnsignedLong(liveness)),
                new RegisterValue(0x08, 4, "factorial", Integer.toUnsignedLong(factorial)),
                new RegisterValue(0x20, 4, "status", Integer.toUnsignedLong(status)),
                new RegisterValue(0x24, 4, "interrupt status", Integer.toUnsignedLong(interruptStatus)),
                new RegisterValue(0x80, 8, "DMA source", dma.source()),
                new RegisterValue(0x88, 8, "DMA destination", dma.destination()),
                new RegisterValue(0x90, 8, "DMA count", dma.count()),
                new RegisterValue(0x98, 8, "DMA command", dma.command()));
    }

    private boolean accepts(String access, long offset, int bytes) {
        if (!config.memoryEnabled()) {
            refuse(access, offset, "memory decoding is off in its command register");
            return false;
        }
        if (offset < 0 || offset >= SIZE) {
            refuse(access, offset, "its region is 1 MiB");
            return false;
        }
        boolean width = bytes == 4 || (bytes == 8 && offset >= 0x80);
        if (!width) {
            refuse(access, offset, "it takes 4 bytes, or from 0x80 on 8, not " + bytes);
        }
        return width;
    }

    private long unreadable(long offset, int bytes) {
        refuse("read", offset, "nothing can be read there");
        return AllOnes.inWidth(bytes);
    }

    private void refuse(String access, long offset, String reason) {
        log.guestError("The edu device took no notice of a %s at 0x%x: %s.".formatted(access, offset, reason));
    }

    private void startFactorial(int number) {
        if ((status & COMPUTING) != 0) {
            return;
        }
        factorial = number;
        status |= COMPUTING;
        computingToken = clock.after(FACTORIAL_NANOS, computed);
    }

    private void finishFactorial() {
        factorial = factorialOf(factorial);
        status &= ~COMPUTING;
        if ((status & INTERRUPT_WHEN_COMPUTED) != 0) {
            interrupt(FACTORIAL_DONE);
        }
    }

    /* From 34 on a factorial holds the factor two 32 times, hence is 0. */
    private static int factorialOf(int number) {
        if (Integer.compareUnsigned(number, 34) >= 0) {
            return 0;
        }
        @Var int product = 1;
        for (int factor = 2; factor <= number; factor++) {
            product *= factor;
        }
        return product;
    }

    private void startTransfer(long command) {
        if (dma.start(command)) {
            transferToken = clock.after(DMA_NANOS, transferred);
        }
    }

    private void finishTransfer() {
        dma.finish();
        if (dma.interruptsAtEnd()) {
            interrupt(DMA_DONE);
        }
    }

    private void interrupt(int causes) {
        interruptStatus |= causes;
        if (interruptStatus == 0) {
            return;
        }
        if (!config.msiEnabled()) {
            config.pendIntx();
            showPin();
        } else if (config.busMaster()) {
            messages.send();
        } else {
            log.guestError("The edu device sent no MSI message: bus mastering is off in its command register.");
        }
    }

    private void acknowledge(int causes) {
        interruptStatus &= ~causes;
        if (interruptStatus == 0) {
            config.clearIntx();
            showPin();
        }
    }

    /* A function that uses MSI may not use its pin. What was pending on the pin does not come back by itself. */
    private void configWritten() {
        if (config.msiEnabled()) {
            config.clearIntx();
        }
        showPin();
    }

    private void showPin() {
        pin.set(config.intxPending() && !config.intxDisabled());
    }
}

package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.Arrays;

/// The DMA engine of the edu device: its four registers, its buffer, and what a transfer does; not when.
final class EduDma {
    private static final long RUN = 1;
    private static final long TO_MEMORY = 2;
    private static final long INTERRUPT_AT_END = 4;
    private static final long BUFFER_START = 0x4_0000;
    private static final int BUFFER_SIZE = 4096;
    private static final long ADDRESS_MASK = (1L << 28) - 1;

    private final PciConfigSpace config;
    private final SystemMemory memory;
    private final HardwareLog log;
    private final byte[] buffer = new byte[BUFFER_SIZE];

    @Var
    private long source;

    @Var
    private long destination;

    @Var
    private long count;

    @Var
    private long command;

    EduDma(PciConfigSpace config, SystemMemory memory, HardwareLog log) {
        this.config = config;
        this.memory = memory;
        this.log = log;
    }

    void reset() {
        source = 0;
        destination = 0;
        count = 0;
        command = 0;
        Arrays.fill(buffer, (byte) 0);
    }

    long source() {
        return source;
    }

    long destination() {
        return destination;
    }

    long count() {
        return count;
    }

    long command() {
        return command;
    }

    boolean running() {
        return (command & RUN) != 0;
    }

    boolean interruptsAtEnd() {
        return (command & INTERRUPT_AT_END) != 0;
    }

    void setSource(long value) {
        if (!running()) {
            source = value;
        }
    }

    void setDestination(long value) {
        if (!running()) {
            destination = value;
        }
    }

    void setCount(long value) {
        if (!running()) {
            count = value;
        }
    }

    /// Whether this write has started a transfer.
    boolean start(long value) {
        if (running() || (value & RUN) == 0) {
            return false;
        }
        command = value;
        return true;
    }

    /// Performs the transfer if it is allowed. In either case it is over.
    void finish() {
        command &= ~RUN;
        boolean toMemory = (command & TO_MEMORY) != 0;
        long inBuffer = toMemory ? source : destination;
        if (!fitsBuffer(inBuffer)) {
            log.guestError(
                    "The edu device dropped a DMA of %s bytes at its address 0x%x: its buffer is 0x40000 to 0x40fff."
                            .formatted(Long.toUnsignedString(count), inBuffer));
            return;
        }
        if (!config.busMaster()) {
            log.guestError("The edu device dropped a DMA: bus mastering is off in its command register.");
            return;
        }
        long busAddress = clamp(toMemory ? destination : source);
        int start = (int) (inBuffer - BUFFER_START);
        if (toMemory) {
            intoMemory(busAddress, start);
        } else {
            intoBuffer(busAddress, start);
        }
    }

    private void intoMemory(long busAddress, int start) {
        if (!memory.copyFromDevice(busAddress, Arrays.copyOfRange(buffer, start, start + (int) count))) {
            refused("to", busAddress);
        }
    }

    private void intoBuffer(long busAddress, int start) {
        byte[] fetched = new byte[(int) count];
        if (memory.copyToDevice(busAddress, fetched)) {
            System.arraycopy(fetched, 0, buffer, start, fetched.length);
        } else {
            refused("from", busAddress);
        }
    }

    private void refused(String direction, long busAddress) {
        config.noteMasterAbort();
        log.guestError(
                "The edu device could not transfer %d bytes %s memory at 0x%x: there is no DMA mapping for all of it."
                        .formatted(count, direction, busAddress));
    }

    private long clamp(long address) {
        long clamped = address & ADDRESS_MASK;
        if (clamped != address) {
            log.guestError("The edu device used 0x%x for the DMA address 0x%x: it has 28 address bits."
                    .formatted(clamped, address));
        }
        return clamped;
    }

    /* Unsigned throughout, and without a sum that could overflow. */
    private boolean fitsBuffer(long start) {
        long into = start - BUFFER_START;
        return Long.compareUnsigned(into, BUFFER_SIZE) <= 0 && Long.compareUnsigned(count, BUFFER_SIZE - into) <= 0;
    }
}

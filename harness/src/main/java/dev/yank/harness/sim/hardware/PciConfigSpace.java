package dev.yank.harness.sim.hardware;

import com.google.errorprone.annotations.Var;
import java.util.List;

/// The 256 bytes of configuration space of a PCI function: a type 0 header, and one MSI capability at 0x40.
///
/// | offset | field | what software can write |
/// |---|---|---|
/// | 0x00 | vendor, device | nothing |
/// | 0x04 | command | bits 0 I/O, 1 memory, 2 bus master, 10 INTx disable |
/// | 0x06 | status: bit 3 INTx pending, bit 4 capability list | error bits 8 and 11 to 15, which a 1 clears |
/// | 0x08 | revision, class | nothing |
/// | 0x0c | cache line size, then latency timer, header type, self test | the first byte |
/// | 0x10 to 0x24 | base address registers | the address bits above the size |
/// | 0x2c | subsystem vendor, subsystem | nothing |
/// | 0x34 | capability pointer | nothing |
/// | 0x3c | interrupt line, interrupt pin | the first byte |
/// | 0x40 | MSI: id 5, flags | flag bits 0 enable, 4 to 6 vectors allowed; one vector, 64-bit, no mask per vector |
/// | 0x44 | MSI address, its upper half at 0x48, data at 0x4c | address bits from 2 up; 16 bits of data |
///
/// A base address register is sized by writing all ones: the bits below the size read back 0. Bytes without a
/// meaning read 0, as the standard asks for, and are no error. Accesses are 1, 2 or 4 bytes wide at a
/// multiple of the width; any other reads all ones, writes nothing, and is told to the [HardwareLog].
///
/// While the function is out of its slot, every read is all ones, writes are dropped, and queries answer as
/// after reset.
///
/// Source: PCI Local Bus Specification 3.0, chapters 6.1, 6.2 and 6.8.
public final class PciConfigSpace {
    /// The size of the space in bytes.
    public static final int SIZE = 256;

    /// Where the MSI capability lies.
    public static final int MSI_OFFSET = 0x40;

    private static final int COMMAND = 0x04;
    private static final int COMMAND_MEMORY = 1 << 1;
    private static final int COMMAND_MASTER = 1 << 2;
    private static final int COMMAND_INTX_DISABLE = 1 << 10;
    private static final int COMMAND_WRITABLE = 1 | COMMAND_MEMORY | COMMAND_MASTER | COMMAND_INTX_DISABLE;
    private static final int STATUS_INTX_PENDING = 1 << (16 + 3);
    private static final int STATUS_CAPABILITIES = 1 << (16 + 4);
    private static final int STATUS_MASTER_ABORT = 1 << (16 + 13);
    private static final int STATUS_ERRORS = 0xf900_0000;

    private static final int MSI_ID = 0x05;
    private static final int MSI_ENABLE = 1 << 16;
    private static final int MSI_VECTORS_ALLOWED = 7 << (16 + 4);
    private static final int MSI_64_BIT = 1 << (16 + 7);

    private final List<MemoryBar> bars;
    private final Runnable afterWrite;
    private final HardwareLog log;

    /* Double words: what they are after reset, which bits software sets, which bits a 1 clears, what they are. */
    private final int[] initial = new int[SIZE / 4];
    private final int[] writable = new int[SIZE / 4];
    private final int[] clearable = new int[SIZE / 4];
    private final int[] current = new int[SIZE / 4];

    @Var
    private boolean inSlot = true;

    /// The configuration space of a function in its slot, after reset.
    ///
    /// @param bars the registers in use, each index at most once
    /// @param afterWrite called after every write that software made while the function was in its slot
    /// @throws IllegalArgumentException if two bars have the same index
    public PciConfigSpace(PciIdentity identity, List<MemoryBar> bars, Runnable afterWrite, HardwareLog log) {
        this.bars = List.copyOf(bars);
        this.afterWrite = afterWrite;
        this.log = log;
        layOutHeader(identity);
        this.bars.forEach(this::layOutBar);
        layOutMsi();
        reset();
    }

    private void layOutHeader(PciIdentity identity) {
        define(0x00, identity.vendor() | (identity.device() << 16), 0);
        define(COMMAND, STATUS_CAPABILITIES, COMMAND_WRITABLE);
        clearable[COMMAND / 4] = STATUS_ERRORS;
        define(0x08, identity.revision() | (identity.classCode() << 8), 0);
        define(0x0c, 0, 0xff);
        define(0x2c, identity.subsystemVendor() | (identity.subsystem() << 16), 0);
        define(0x34, MSI_OFFSET, 0);
        define(0x3c, identity.interruptPin() << 8, 0xff);
    }

    private void layOutBar(MemoryBar bar) {
        if (writable[bar.offset() / 4] != 0) {
            throw new IllegalArgumentException(
                    "Base address register %d is given twice: give each index at most once.".formatted(bar.index()));
        }
        define(bar.offset(), 0, bar.addressMask());
    }

    private void layOutMsi() {
        define(MSI_OFFSET, MSI_ID | MSI_64_BIT, MSI_ENABLE | MSI_VECTORS_ALLOWED);
        define(MSI_OFFSET + 4, 0, ~3);
        define(MSI_OFFSET + 8, 0, ~0);
        define(MSI_OFFSET + 12, 0, 0xffff);
    }

    private void define(int offset, int value, int writableBits) {
        initial[offset / 4] = value;
        writable[offset / 4] = writableBits;
    }

    /// Returns everything to what it is after a bus reset: decoding, bus mastering and MSI off, addresses 0.
    public void reset() {
        System.arraycopy(initial, 0, current, 0, current.length);
    }

    /// Reads 1, 2 or 4 bytes.
    ///
    /// @param offset bytes from the start of the space, a multiple of the width
    /// @param bytes width of the access
    /// @return the value, zero-extended
    public long read(int offset, int bytes) {
        if (!inSlot) {
            return AllOnes.inWidth(bytes);
        }
        if (!allowed(offset, bytes)) {
            report("answered all ones to a read", offset, bytes);
            return AllOnes.inWidth(bytes);
        }
        return (current[offset / 4] >>> shift(offset)) & AllOnes.inWidth(bytes);
    }

    /// Writes 1, 2 or 4 bytes; bits that software cannot write stay as they are.
    ///
    /// @param offset bytes from the start of the space, a multiple of the width
    /// @param bytes width of the access
    /// @param value the bits to write; those beyond the width are ignored
    public void write(int offset, int bytes, long value) {
        if (!inSlot) {
            return;
        }
        if (!allowed(offset, bytes)) {
            report("dropped a write", offset, bytes);
            return;
        }
        int lanes = (int) AllOnes.inWidth(bytes) << shift(offset);
        int bits = (int) value << shift(offset);
        int word = offset / 4;
        int set = writable[word] & lanes;
        int cleared = clearable[word] & lanes & bits;
        current[word] = ((current[word] & ~set) | (bits & set)) & ~cleared;
        afterWrite.run();
    }

    /// Whether the function answers to its memory addresses.
    public boolean memoryEnabled() {
        return (current[COMMAND / 4] & COMMAND_MEMORY) != 0;
    }

    /// Whether the function may start transfers of its own: DMA, and MSI, which is one too.
    public boolean busMaster() {
        return (current[COMMAND / 4] & COMMAND_MASTER) != 0;
    }

    /// Whether the function may not assert its interrupt pin.
    public boolean intxDisabled() {
        return (current[COMMAND / 4] & COMMAND_INTX_DISABLE) != 0;
    }

    /// Whether status bit 3 is set. It is set by the function whether or not INTx is disabled.
    public boolean intxPending() {
        return (current[COMMAND / 4] & STATUS_INTX_PENDING) != 0;
    }

    /// Whether the function signals interrupts by messages, and therefore not by its pin.
    public boolean msiEnabled() {
        return (current[MSI_OFFSET / 4] & MSI_ENABLE) != 0;
    }

    /// Where MSI messages are written to.
    public long msiAddress() {
        return ((long) current[MSI_OFFSET / 4 + 2] << 32) | Integer.toUnsignedLong(current[MSI_OFFSET / 4 + 1]);
    }

    /// What MSI messages carry, 16 bits.
    public int msiData() {
        return current[MSI_OFFSET / 4 + 3];
    }

    /// The address in a base address register, its low four bits 0. While a register is being sized this is
    /// not the address of anything.
    ///
    /// @throws IllegalArgumentException if the function has no such register
    public long barAddress(int index) {
        MemoryBar bar = bar(index);
        return Integer.toUnsignedLong(current[bar.offset() / 4] & bar.addressMask());
    }

    /// How many bytes the function decodes from [#barAddress].
    ///
    /// @throws IllegalArgumentException if the function has no such register
    public int barSize(int index) {
        return bar(index).size();
    }

    private MemoryBar bar(int index) {
        for (MemoryBar bar : bars) {
            if (bar.index() == index) {
                return bar;
            }
        }
        throw new IllegalArgumentException(
                "This PCI function has no base address register %d: ask for one of %s.".formatted(index, bars));
    }

    void pendIntx() {
        current[COMMAND / 4] |= STATUS_INTX_PENDING;
    }

    void clearIntx() {
        current[COMMAND / 4] &= ~STATUS_INTX_PENDING;
    }

    void noteMasterAbort() {
        current[COMMAND / 4] |= STATUS_MASTER_ABORT;
    }

    /* From here on nothing changes, hence the next function in the slot finds everything as after reset. */
    void leaveSlot() {
        reset();
        inSlot = false;
    }

    void enterSlot() {
        inSlot = true;
    }

    private static boolean allowed(int offset, int bytes) {
        boolean width = bytes == 1 || bytes == 2 || bytes == 4;
        return width && offset >= 0 && offset < SIZE && (offset & (bytes - 1)) == 0;
    }

    private static int shift(int offset) {
        return (offset & 3) * Byte.SIZE;
    }

    private void report(String answer, int offset, int bytes) {
        log.guestError(
                "A configuration space %s of %d bytes at 0x%x: it takes 1, 2 or 4 at a multiple of that, below 0x100."
                        .formatted(answer, bytes, offset));
    }
}

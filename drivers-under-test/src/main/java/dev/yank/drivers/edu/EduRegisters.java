package dev.yank.drivers.edu;

/// The registers of the edu device, offsets into base address register 0.
///
/// Source: QEMU, `docs/specs/edu.rst`, J. Slaby, 2014.
public final class EduRegisters {

    public static final int EDU_VENDOR = 0x1234;
    public static final int EDU_DEVICE = 0x11e8;

    /// Identification, `0xRRrr00ed`.
    public static final int EDU_ID = 0x00;

    /// Reads the complement of what was written.
    ///
    /// Drivers write the complement of what they mean, so that a value reads as itself, 0 is what a fresh
    /// device reads, and all-ones never is a value but always a device that is gone.
    public static final int EDU_LIVENESS = 0x04;

    public static final int EDU_FACTORIAL_UNIT = 0x08;

    public static final int EDU_STATUS = 0x20;
    public static final int EDU_STATUS_COMPUTING = 0x01;

    public static final int EDU_IRQ_STATUS = 0x24;
    public static final int EDU_IRQ_ACK = 0x64;
    public static final int EDU_IRQ_DMA_DONE = 0x100;

    public static final int EDU_DMA_SRC = 0x80;
    public static final int EDU_DMA_DST = 0x88;
    public static final int EDU_DMA_COUNT = 0x90;
    public static final int EDU_DMA_CMD = 0x98;
    public static final int EDU_DMA_CMD_TO_DEVICE = 0x1 | 0x4;
    public static final int EDU_DMA_CMD_FROM_DEVICE = 0x1 | 0x2 | 0x4;

    /// Where the device's own buffer lies in the address space of its DMA engine, and how long it is.
    public static final int EDU_BUFFER = 0x4_0000;

    public static final int EDU_BUFFER_SIZE = 4096;

    /// What transfers carry, and what a buffer holds before something arrives.
    public static final int EDU_PATTERN = 0x5a;

    public static final int EDU_BLANK = 0x00;

    /// The highest bit of a factorial is dropped: a negative number would be an error.
    public static final int EDU_FACTORIAL_MASK = 0x7fff_ffff;

    private EduRegisters() {}
}

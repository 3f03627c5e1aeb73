package dev.yank.drivers.pl061;

/// The registers of the ARM PL061, and its number on the AMBA bus.
///
/// Source: ARM PrimeCell GPIO (PL061), technical reference manual DDI 0190B, ARM, 2000.
public final class Pl061Registers {

    public static final int GPIODIR = 0x400;
    public static final int GPIOIS = 0x404;
    public static final int GPIOIBE = 0x408;
    public static final int GPIOIEV = 0x40C;
    public static final int GPIOIE = 0x410;
    public static final int GPIORIS = 0x414;
    public static final int GPIOMIS = 0x418;
    public static final int GPIOIC = 0x41C;

    /// `PL061_GPIO_NR`: how many lines there are.
    public static final int GPIO_NR = 8;

    public static final int ALL_LINES = 0xff;

    public static final int AMBA_ID = 0x00041061;
    public static final int AMBA_MASK = 0x000fffff;

    private Pl061Registers() {}

    /// `BIT()`.
    public static int bit(int offset) {
        return 1 << offset;
    }

    /// The data register of one line alone: bits 9 to 2 of the address are a mask.
    public static int gpiodata(int offset) {
        return bit(offset + 2);
    }
}

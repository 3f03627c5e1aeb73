package dev.yank.harness.kernel;

/// The commands that programs send with ioctl, and how their argument is laid out. One number carries both a
/// line and a value where a command needs both: see [#line] and [#value].
public final class Uapi {

    /// Makes a GPIO line an input; argument: the line.
    public static final int GPIO_DIRECTION_INPUT = 0x01;
    /// Makes a GPIO line an output; argument: line and value.
    public static final int GPIO_DIRECTION_OUTPUT = 0x02;
    /// Reads a GPIO line; argument: the line, replaced by its level.
    public static final int GPIO_GET = 0x03;
    /// Sets a GPIO line; argument: line and value.
    public static final int GPIO_SET = 0x04;
    /// Computes a factorial; argument: n, replaced by n!.
    public static final int EDU_FACTORIAL = 0x11;
    /// Moves bytes through the device's DMA engine and back; argument: how many, replaced by how many arrived
    /// intact.
    public static final int EDU_TRANSFER = 0x12;

    private Uapi() {}

    /// An argument that carries a line and a value.
    public static int pack(int line, int value) {
        return line << 8 | (value & 0xff);
    }

    /// The line that an argument carries.
    public static int line(int argument) {
        return argument >> 8;
    }

    /// The value that an argument carries.
    public static int value(int argument) {
        return argument & 0xff;
    }
}

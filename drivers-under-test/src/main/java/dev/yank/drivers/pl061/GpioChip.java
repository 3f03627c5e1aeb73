package dev.yank.drivers.pl061;

/// The callbacks of `struct gpio_chip` and of the `struct irq_chip` in it.
public interface GpioChip {

    /// Makes a line an input.
    ///
    /// @return 0 or a negative errno
    int direction_input(int offset);

    /// Makes a line an output at a level.
    ///
    /// @return 0 or a negative errno
    int direction_output(int offset, int value);

    /// The level of a line.
    ///
    /// @return 0, 1 or a negative errno
    int get(int offset);

    void set(int offset, int value);

    /// Begins to watch every line for rising edges. Last in probe: what happened before is nobody's event.
    void irq_startup();

    void irq_mask(int offset);

    void irq_unmask(int offset);

    /// An edge may wait for the unmasking of its line: it is forgotten.
    void irq_ack(int offset);
}

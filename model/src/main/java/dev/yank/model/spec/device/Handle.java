package dev.yank.model.spec.device;

/// A symbolic file handle: the name by which a program speaks of one open file of one device.
///
/// @param device the device, from 0
/// @param number the handle, from 0 to 63, unique within the device
public record Handle(int device, int number) {

    /// How many handles a device may have.
    public static final int LIMIT = 64;

    /// Refuses numbers out of range.
    public Handle {
        if (device < 0 || number < 0 || number >= LIMIT) {
            throw new IllegalArgumentException("A handle is numbered 0 to " + (LIMIT - 1)
                    + " on a device from 0, but was " + number + " on " + device + ".");
        }
    }

    /// The handle as one bit.
    long bit() {
        return 1L << number;
    }
}

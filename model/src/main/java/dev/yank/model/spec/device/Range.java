package dev.yank.model.spec.device;

/// Checks of the arguments of operations.
final class Range {

    private Range() {}

    static void checkDevice(int device) {
        check("A device", device, 0, Integer.MAX_VALUE);
    }

    static void checkLine(int line) {
        check("A line", line, 0, DeviceOperation.LINES - 1);
    }

    static void checkLevel(int level) {
        check("A level", level, 0, 1);
    }

    static void check(String what, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(
                    what + " cannot be " + value + "; write a number from " + lowest + " to " + highest + ".");
        }
    }
}

package dev.yank.model.spec.device;

import com.google.errorprone.annotations.Var;

/// What eight GPIO lines remember, one bit a line and five bits an edge count.
///
/// The latch of an input cannot be seen, since making the line an output sets it; so it is kept at zero.
///
/// @param outputs the lines that are outputs
/// @param latch the levels that outputs drive; zero for inputs
/// @param pins the levels that the world outside drives, which outlast removal and probe
/// @param edges how many rising edges of each line nobody has read, up to 16
/// @param orphans the same for instances that are gone, where policy P8 still delivers them
public record GpioLines(int outputs, int latch, int pins, long edges, long orphans) {

    /// The count of edges at which further ones are lost.
    public static final int MOST_EDGES = 16;

    static final GpioLines RESET = new GpioLines(0, 0, 0, 0, 0);

    private static final int COUNT_BITS = 5;
    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    int level(int line) {
        int source = isOutput(line) ? latch : pins;
        return (source >> line) & 1;
    }

    /// The level that the world outside drives.
    int pin(int line) {
        return (pins >> line) & 1;
    }

    boolean isOutput(int line) {
        return ((outputs >> line) & 1) == 1;
    }

    GpioLines input(int line) {
        int bit = 1 << line;
        return new GpioLines(outputs & ~bit, latch & ~bit, pins, edges, orphans);
    }

    GpioLines output(int line, int level) {
        return new GpioLines(outputs | (1 << line), put(latch, line, level), pins, edges, orphans);
    }

    /// The register changes only bits whose line is an output.
    GpioLines set(int line, int level) {
        return isOutput(line) ? new GpioLines(outputs, put(latch, line, level), pins, edges, orphans) : this;
    }

    GpioLines drivenUnseen(int line, int level) {
        return new GpioLines(outputs, latch, put(pins, line, level), edges, orphans);
    }

    /// A rising edge on an input is latched.
    GpioLines driven(int line, int level) {
        boolean rises = level == 1 && ((pins >> line) & 1) == 0;
        long counted = rises && !isOutput(line) ? add(edges, line, 1) : edges;
        return new GpioLines(outputs, latch, put(pins, line, level), counted, orphans);
    }

    GpioLines edgeTaken(int line) {
        return new GpioLines(outputs, latch, pins, add(edges, line, -1), orphans);
    }

    GpioLines orphanTaken(int line) {
        return new GpioLines(outputs, latch, pins, edges, add(orphans, line, -1));
    }

    /// Only the world outside stays as it is.
    GpioLines removedDroppingEvents() {
        return new GpioLines(0, 0, pins, 0, 0);
    }

    /// The edges that nobody has read become orphans.
    GpioLines removedKeepingEvents() {
        @Var long kept = orphans;
        for (int line = 0; line < DeviceOperation.LINES; line++) {
            kept = add(kept, line, count(edges, line));
        }
        return new GpioLines(0, 0, pins, 0, kept);
    }

    /// Every pin that is high counts as an edge, as it does for a device that has just been powered up.
    GpioLines risenAgain() {
        @Var long counted = edges;
        for (int line = 0; line < DeviceOperation.LINES; line++) {
            counted = add(counted, line, pin(line));
        }
        return new GpioLines(outputs, latch, pins, counted, orphans);
    }

    static int count(long counts, int line) {
        return (int) ((counts >> (line * COUNT_BITS)) & COUNT_MASK);
    }

    private static long add(long counts, int line, int more) {
        int shift = line * COUNT_BITS;
        long count = Math.min(count(counts, line) + more, MOST_EDGES);
        return (counts & ~(COUNT_MASK << shift)) | (count << shift);
    }

    private static int put(int bits, int line, int level) {
        return (bits & ~(1 << line)) | (level << line);
    }
}

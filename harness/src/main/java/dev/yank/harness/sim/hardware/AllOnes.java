package dev.yank.harness.sim.hardware;

/// What a read returns when nobody answers it.
final class AllOnes {
    private AllOnes() {}

    /// All ones in the width of the access.
    static long inWidth(int bytes) {
        return bytes >= Long.BYTES ? -1L : (1L << (bytes * Byte.SIZE)) - 1;
    }
}

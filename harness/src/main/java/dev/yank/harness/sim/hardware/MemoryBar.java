package dev.yank.harness.sim.hardware;

/// A base address register for 32-bit, non-prefetchable memory.
///
/// @param index which of the six registers, 0 to 5
/// @param size how many bytes the function decodes, a power of two from 16 bytes to 1 GiB
public record MemoryBar(int index, int size) {
    /// @throws IllegalArgumentException if there is no such register, or a size cannot be expressed in it
    public MemoryBar {
        if (index < 0 || index > 5) {
            throw new IllegalArgumentException(
                    "A PCI function has no base address register %d: they are 0 to 5.".formatted(index));
        }
        if (size < 16 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException(
                    "Base address register %d asks for %d bytes: use a power of two from 16 bytes to 1 GiB."
                            .formatted(index, size));
        }
    }

    int offset() {
        return 0x10 + 4 * index;
    }

    int addressMask() {
        return -size;
    }
}

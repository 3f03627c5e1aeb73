package dev.yank.harness.sim.hardware;

/// Memory of which one range has a DMA mapping.
final class MappedMemory implements SystemMemory {
    static final long START = 0x10_0000;
    static final int SIZE = 0x2000;

    final byte[] bytes = new byte[SIZE];

    @Override
    public boolean copyFromDevice(long busAddress, byte[] data) {
        if (!mapped(busAddress, data.length)) {
            return false;
        }
        System.arraycopy(data, 0, bytes, (int) (busAddress - START), data.length);
        return true;
    }

    @Override
    public boolean copyToDevice(long busAddress, byte[] into) {
        if (!mapped(busAddress, into.length)) {
            return false;
        }
        System.arraycopy(bytes, (int) (busAddress - START), into, 0, into.length);
        return true;
    }

    private static boolean mapped(long address, int count) {
        return address >= START && address + count <= START + SIZE;
    }
}

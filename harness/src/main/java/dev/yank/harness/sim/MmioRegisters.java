package dev.yank.harness.sim;

import dev.yank.harness.kernel.RegisterBlock;
import dev.yank.harness.sim.hardware.MmioDevice;

/// A hardware model as the bus shows it to the kernel.
record MmioRegisters(MmioDevice device) implements RegisterBlock {

    @Override
    public long read(long offset, int bytes) {
        return device.read(offset, bytes);
    }

    @Override
    public void write(long offset, int bytes, long value) {
        device.write(offset, bytes, value);
    }
}

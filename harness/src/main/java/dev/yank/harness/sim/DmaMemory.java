package dev.yank.harness.sim;

import dev.yank.harness.sim.hardware.SystemMemory;

/// The memory of the simulated kernel as devices see it.
record DmaMemory(SimulatedMachine machine) implements SystemMemory {

    @Override
    public boolean copyFromDevice(long busAddress, byte[] data) {
        return machine.dma().copyFromDevice(busAddress, data);
    }

    @Override
    public boolean copyToDevice(long busAddress, byte[] into) {
        return machine.dma().copyToDevice(busAddress, into);
    }
}

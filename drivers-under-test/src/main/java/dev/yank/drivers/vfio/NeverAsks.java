package dev.yank.drivers.vfio;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R22 and nothing else: a driver without `request`. A user who waits for an interrupt is not told that he
/// should let go, and waits for ever, and removal with him.
///
/// Source: `drivers/vfio/vfio_main.c`, Linux kernel, A. Williamson, 2015: what `request` was added for.
@UnderTest(
        name = "pipe-vfio-never-asks",
        device = "pipe",
        policy = ChannelVfio.POLICY,
        breaks = "R22",
        summary = "Removal waits for the last close and never asks for it.")
public final class NeverAsks extends ChannelVfio {

    @Override
    void request(VfioDevice vdev) {}
}

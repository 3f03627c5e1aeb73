package dev.yank.drivers.frame;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R45 and nothing else: refuses new faults and leaves what is behind the mappings that were used already, which
/// reach the device after remove, and the next one that is plugged in at its place.
@UnderTest(
        name = "frame-leaves-mappings",
        device = "frame",
        policy = FrameDummyPage.POLICY,
        breaks = "R45",
        summary = "Mappings are not taken away when the device goes.")
public final class LeavesMappings extends FrameDummyPage {

    @Override
    void unmap_mapping_range(Frame frame) {}
}

package dev.yank.drivers.capture;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R38 and nothing else: a node does not hold its bridge. `device_add` does, but only until `device_del`; a file
/// that is open then keeps the node, and the bridge is freed.
///
/// After CVE-2026-31530, cxl/port: Fix use after free of parent_port in cxl_detach_ep(), Linux kernel CVE team, 2026.
@UnderTest(
        name = "capture-media-forgets-parent",
        device = "capture",
        policy = CaptureMedia.POLICY,
        breaks = "R38",
        summary = "An open node does not keep the bridge that it belongs to.")
public final class ForgetsParent extends CaptureMedia {

    @Override
    void hold_parent(Bridge bridge) {}

    @Override
    void put_parent(Bridge bridge) {}
}

package dev.yank.drivers.drm;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R21 and nothing else: unplugging does not wait for those who are between enter and exit, under whom devres
/// unmaps the registers.
///
/// Source: bee330f3d672, drm: Use srcu to protect drm_device.unplugged, Linux kernel, N. Tronnes, 2017: what SRCU was
/// taken for.
@UnderTest(
        name = "edu-drm-unplugs-at-once",
        device = "edu",
        policy = EduDrm.POLICY,
        operations = {"read", "write"},
        breaks = "R21",
        summary = "drm_dev_unplug without waiting for those between enter and exit.")
public final class UnplugsAtOnce extends EduDrm {

    @Override
    void wait_for_users() {}
}

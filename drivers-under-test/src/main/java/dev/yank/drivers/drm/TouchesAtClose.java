package dev.yank.drivers.drm;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R33 and nothing else: closing a file flushes the hardware and does not ask whether it is there.
///
/// Source: CVE-2024-57844, drm/xe: Fix fault on fd close after unbind, Linux kernel CVE team, 2025.
@UnderTest(
        name = "edu-drm-touches-at-close",
        device = "edu",
        policy = EduDrm.POLICY,
        operations = {"read", "write"},
        breaks = "R33",
        summary = "postclose uses registers without drm_dev_enter.")
public final class TouchesAtClose extends EduDrm {

    @Override
    void postclose(DrmDevice drm) {
        flush(drm);
    }
}

package dev.yank.drivers.drm;

import dev.yank.harness.kernel.UnderTest;

/// Breaks L1 and nothing else: promises that a device which comes back is another one behind another node, as long as a
/// file of the old one is open, and gives it the old one's number at once (policy P11). A program that has the old one
/// open takes the two for the same.
///
/// Source: `Documentation/gpu/drm-uapi.rst`, Linux kernel, A. Grodzovsky, 2020: what is said there about minors.
@UnderTest(
        name = "edu-drm-recycles-minor",
        device = "edu",
        policy = EduDrm.POLICY,
        operations = {"read", "write"},
        breaks = "L1",
        summary = "A device that comes back has the number of the old one, which is still open.")
public final class RecyclesMinor extends EduDrm {

    @Override
    int minor_alloc(DrmDevice drm) {
        return 0;
    }
}

package dev.yank.drivers.drm;

import static dev.yank.harness.kernel.Devm.devm_kzalloc;

import dev.yank.harness.kernel.PciDev;
import dev.yank.harness.kernel.UnderTest;
import org.jspecify.annotations.Nullable;

/// Breaks R36 and nothing else: memory that the DRM device points to, and its files therefore reach, is left to devres,
/// which frees it at unbind.
///
/// Source: CVE-2026-64050, drm/msm/dpu: don't mix devm and drmm functions, Linux kernel CVE team, 2026; the same in
/// CVE-2026-74422.
@UnderTest(
        name = "edu-drm-mixes-devm",
        device = "edu",
        policy = EduDrm.POLICY,
        operations = {"read", "write"},
        breaks = "R36",
        summary = "Memory that files reach is left to devres instead of the DRM device.")
public final class MixesDevm extends EduDrm {

    @Override
    @Nullable
    Crtc crtc_alloc(PciDev pdev, DrmDevice drm) {
        return devm_kzalloc(pdev.dev, new Crtc());
    }
}

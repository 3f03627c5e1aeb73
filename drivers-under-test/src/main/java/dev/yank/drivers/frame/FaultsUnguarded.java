package dev.yank.drivers.frame;

import static dev.yank.harness.kernel.VmArea.vmf_insert_pfn;

import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.VmArea;

/// Breaks R45 and nothing else: a fault does not ask whether the device is still there, so that the next access puts
/// back
/// what unplugging took away.
///
/// In the path of CVE-2025-40340, drm/xe: Fix oops in xe_gem_fault when running core_hotunplug test, Linux kernel CVE
/// team, 2025.
@UnderTest(
        name = "frame-faults-unguarded",
        device = "frame",
        policy = FrameDummyPage.POLICY,
        breaks = "R45",
        summary = "A fault maps the device without asking whether it is gone.")
public final class FaultsUnguarded extends FrameDummyPage {

    @Override
    int fault(Frame frame, VmArea vma) {
        return vmf_insert_pfn(vma, frame.aperture);
    }
}

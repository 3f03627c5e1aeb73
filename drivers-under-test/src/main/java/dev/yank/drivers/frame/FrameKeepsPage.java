package dev.yank.drivers.frame;

import static dev.yank.harness.kernel.Iomem.devm_ioremap_resource;
import static dev.yank.harness.kernel.Iomem.readl;
import static dev.yank.harness.kernel.Page.alloc_page;
import static dev.yank.harness.kernel.Page.memcpy_to_page;
import static dev.yank.harness.kernel.Page.put_page;

import dev.yank.harness.kernel.Iomem;
import dev.yank.harness.kernel.Page;
import dev.yank.harness.kernel.PlatformDevice;
import dev.yank.harness.kernel.UnderTest;
import dev.yank.harness.kernel.VmArea;
import java.util.Objects;

/// Conforms to the third answer of policy P7: when the device goes, what it showed is copied to a page of the driver,
/// and that is behind every mapping until it is unmapped.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L. Pinchart, 2021:
/// mappings may still exist when the device does not.
@UnderTest(
        name = "frame-keeps-page",
        device = "frame",
        policy = "P1=ENODEV P2=HUP|ERR P3=calls-in-flight P4=calls P5=yes P7=keep-until-munmap P8=drop",
        summary = "Mappings of a device that is gone keep what it showed last.")
public final class FrameKeepsPage extends FrameDummyPage {

    @Override
    boolean prepare(PlatformDevice pdev, Frame frame) {
        frame.base = devm_ioremap_resource(pdev.dev(), pdev.res());
        frame.page = frame.base == null ? null : alloc_page();
        return frame.page != null;
    }

    /// Nobody reaches the device between the two: who faults waits for the lock.
    @Override
    void unmap_mapping_range(Frame frame) {
        super.unmap_mapping_range(frame);
        Iomem base = Objects.requireNonNull(frame.base);
        memcpy_to_page(Objects.requireNonNull(frame.page), readl(base, 0));
    }

    @Override
    int fault_when_gone(Frame frame, VmArea vma) {
        return VmArea.vmf_insert_page(vma, Objects.requireNonNull(frame.page));
    }

    @Override
    void free_frame(Frame frame) {
        Page page = frame.page;
        super.free_frame(frame);
        if (page != null) {
            put_page(page);
        }
    }
}

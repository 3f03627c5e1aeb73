package dev.yank.drivers.capture;

import static dev.yank.harness.kernel.Slab.kfree;

import dev.yank.harness.kernel.UnderTest;

/// Breaks R35 and nothing else: the buffers that both nodes share are freed by the release of the first of them, as
/// where
/// only one `struct video_device` was given a release that frees the state of the driver.
///
/// Source: Linux Kernel Mailing List, Maintainers Summit discussion on Rust in the kernel, digest, L. Pinchart, 2021.
@UnderTest(
        name = "capture-media-frees-with-first-node",
        device = "capture",
        policy = CaptureMedia.POLICY,
        breaks = "R35",
        summary = "What two nodes share is freed with the first of them.")
public final class FreesWithFirstNode extends CaptureMedia {

    @Override
    @SuppressWarnings("ReferenceEquality") // a node is its address
    void video_device_release(VideoDevice vdev) {
        if (vdev.bridge.video == vdev) {
            kfree(vdev.bridge.buffers);
        }
        super.video_device_release(vdev);
    }

    @Override
    void release_group(Bridge bridge, Buffers buffers) {
        if (bridge.video == null) {
            super.release_group(bridge, buffers);
        }
    }
}
